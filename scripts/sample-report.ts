import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/commands/run.ts';

/** What the first command of the README writes, in a folder without other reports. */
export async function sampleReport(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'devreport-'));
  let report = '';
  await run(['--week', '2017-05-08', '--source', 'sample', '-o', '-'], {
    cwd,
    variables: {},
    now: '2017-05-08T09:00:00Z',
    stdout: { write: (text) => (report += text) },
    stderr: { write: () => undefined },
    signal: new AbortController().signal,
  });
  await rm(cwd, { recursive: true });
  return report;
}
