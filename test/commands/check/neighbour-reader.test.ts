import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { NeighbourReader } from '../../../src/commands/check/neighbour-reader.ts';
import { readReport } from '../../../src/report/report.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** A checkout with these files. */
async function checkoutWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const cwd = await temporaryFolder();
  for (const [name, content] of Object.entries({ '.git/HEAD': '', ...files })) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), content);
  }
  return cwd;
}

/** The words of the reports that are read beside one. */
function wordsBeside(cwd: string, own: string, pattern = 'reports/{date}.md'): string[] {
  const report = readReport({ path: own, text: '' });
  const neighbours = new NeighbourReader(pattern, cwd, [report]).of(report);
  return neighbours.words().flatMap(({ plain }) => [...plain]);
}

/** The first words of the reports that are read beside one of these files. */
async function readBeside(
  own: string,
  files: readonly string[],
  pattern?: string,
): Promise<string[]> {
  const word = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index).repeat(3);
  const texts = files.map((name, index) => [
    name,
    name.includes('broken') ? Buffer.from([0xff, 0xfe]) : word(index),
  ]);
  const cwd = await checkoutWith(Object.fromEntries(texts) as Record<string, string | Buffer>);
  return wordsBeside(cwd, own, pattern);
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

test('none of a report of more than 500,000 characters', async () => {
  const long = 'word '.repeat(100_000);
  const [longest, longer] = [`${long.slice(0, -1)}\n`, `${long}\n`].map((text) => ({
    'this-week-2.md': '',
    'this-week-1.md': text,
  }));
  expect(wordsBeside(await checkoutWith(longest ?? {}), 'this-week-2.md')).toEqual(['word']);
  expect(wordsBeside(await checkoutWith(longer ?? {}), 'this-week-2.md')).toEqual([]);
});

test.each(['this-week-2.md', 'reports/2026-01-12.md'])(
  'none beside %s that a link out of the checkout leads to, nor of a folder',
  async (own) => {
    const outside = await checkoutWith({ 'secret.md': 'secret' });
    const cwd = await checkoutWith({ [own]: '', 'reports/2026-01-19.md/a.md': 'inside' });
    await symlink(join(outside, 'secret.md'), join(cwd, 'this-week-1.md'));
    await symlink(join(outside, 'secret.md'), join(cwd, 'reports/2026-01-05.md'));
    expect(wordsBeside(cwd, own)).toEqual([]);
  },
);

test('none from a folder that a link out of the checkout leads to', async () => {
  const outside = await checkoutWith({ '2026-01-05.md': 'secret', '2026-01-12.md': '' });
  const cwd = await checkoutWith({});
  await symlink(outside, join(cwd, 'reports'));
  expect(wordsBeside(cwd, 'reports/2026-01-12.md')).toEqual([]);
});
