import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { WordsBeside } from '../../../src/commands/check/words-beside.ts';
import { SeriesFiles } from '../../../src/commands/facts/series/series-files.ts';
import { filePattern } from '../../../src/placeholder/file-pattern.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** The first words of the reports that are read beside one of these files. */
async function readBeside(
  own: string,
  files: readonly string[],
  pattern = 'reports/{date}.md',
): Promise<string[]> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, '.git'));
  await writeFile(join(cwd, '.git/HEAD'), '');
  for (const [index, name] of files.entries()) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    const word = String.fromCharCode('a'.charCodeAt(0) + index).repeat(3);
    await writeFile(join(cwd, name), name.includes('broken') ? Buffer.from([0xff, 0xfe]) : word);
  }
  const path = join(cwd, own);
  const series = new SeriesFiles(path, filePattern(pattern), cwd, cwd);
  return new WordsBeside(cwd).of(path, series).flatMap(({ plain }) => [...plain]);
}

test('those of the pattern, at most six before and two after', async () => {
  const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const files = days.map((day) => `reports/2026/2026-01-${day}.md`);
  const found = await readBeside(files[8] ?? '', files, 'reports/{year}/{date}.md');
  expect(found).toEqual(['ccc', 'ddd', 'eee', 'fff', 'ggg', 'hhh', 'jjj', 'kkk']);
});

test.each([
  ['posts named after days', '2026-02-03-this-month.md', '2026-01-05-two-months.md'],
  ['posts with numbers', 'this-week-10.md', 'this-week-9.md'],
  ['posts in folders', '2026-02/index.md', '2026-01/index.md'],
])('%s', async (_, own, other) => {
  const files = ['about.md', 'news/index.md', own, other, '2026-02-03.txt', 'broken-7.md'];
  expect(await readBeside(own, files)).toEqual(['ddd']);
});

test.each(['notes.md', '2026-02-03/notes.md'])('none beside %s alone', async (own) => {
  expect(await readBeside(own, [own, 'other.md', '2026/news.md'])).toEqual([]);
});
