import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';

/*
 * One folder a behaviour: the facts (snapshot.json), the config (devreport.yml) and earlier reports
 * (reports/) if they matter, and the report they must give. `npx vitest run test/golden -u` writes
 * its expected.md, to be read before it is committed.
 */
const entries = await readdir(import.meta.dirname, { withFileTypes: true });
const behaviours = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

test.each(behaviours)('%s gives the expected report', async (name) => {
  const golden = join(import.meta.dirname, name);
  const config = existsSync(join(golden, 'devreport.yml')) ? ['--config', 'devreport.yml'] : [];
  // Out of this repository, whose own reports would be the series.
  const folder = await temporaryFolder();
  await cp(golden, folder, { recursive: true });
  const { stdout, stderr, code } = await devreport(folder, ['--source', 'snapshot.json', '-o', '-', ...config]);

  // Before the comparison: with -u, the output of a failed run would become the expected report.
  const { complete } = JSON.parse(await readFile(join(golden, 'snapshot.json'), 'utf8')) as { complete: boolean };
  expect(code, stderr).toBe(complete ? 0 : 1);
  await expect(stdout).toMatchFileSnapshot(join(golden, 'expected.md'));
  expect(stdout).not.toMatch(/[ \t]$/m);
});
