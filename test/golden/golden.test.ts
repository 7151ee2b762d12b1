import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatMarkdown } from '../../src/markdown/processor.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';

/*
 * One folder a behaviour: the facts, the config and earlier reports (in reports/) if they matter, and
 * the report they must give. A new case is a new folder with a snapshot.json; `npx vitest run
 * test/golden -u` writes its expected.md, to be read before it is committed.
 */
const cases = (await readdir(import.meta.dirname, { withFileTypes: true })).filter((entry) => entry.isDirectory());

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const folder = join(import.meta.dirname, name);
  const options = existsSync(join(folder, 'devreport.yml')) ? ['--config', 'devreport.yml'] : [];

  test('gives the expected report', async () => {
    // Out of this repository, whose own reports would be the series.
    const place = await temporaryFolder();
    await cp(folder, place, { recursive: true });
    const { stdout, stderr, code } = await devreport(place, ['--source', 'snapshot.json', '-o', '-', ...options]);
    await expect(stdout).toMatchFileSnapshot(join(folder, 'expected.md'));
    const { complete } = JSON.parse(await readFile(join(folder, 'snapshot.json'), 'utf8')) as { complete: boolean };
    expect(code, stderr).toBe(complete ? 0 : 1);
  });

  test('is what remark would write', async () => {
    const expected = await readFile(join(folder, 'expected.md'), 'utf8');
    expect(formatMarkdown(expected)).toBe(expected);
    expect(expected).not.toMatch(/[ \t]$/m);
  });
});
