import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Puts every temporary folder of the tests into one, which is gone when they are over. */
export default async function scratch(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'devreport-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
