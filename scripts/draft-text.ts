import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/commands/run.ts';

/** What devreport writes to stdout with these arguments, in a folder without other reports. */
export async function draftText(...args: readonly string[]): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'devreport-'));
  let [report, messages] = ['', ''];
  try {
    const code = await run([...args, '-o', '-'], {
      cwd,
      variables: {},
      now: '2026-01-05T09:00:00Z',
      stdout: { write: (text) => (report += text) },
      stderr: { write: (text) => (messages += text) },
      signal: new AbortController().signal,
    });
    if (code !== 0) throw new Error(messages);
  } finally {
    await rm(cwd, { recursive: true });
  }
  return report;
}
