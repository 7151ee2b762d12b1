import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport, type Ran } from '../support/run.ts';
import { pull, snapshot } from '../support/snapshot.ts';
import { isThorough } from '../support/runs.ts';

const facts = ['--source', 'week.json'];
const stars = '*a_ '.repeat(25_000);
const quotes = `${'>'.repeat(3_000)} a`;

/** A folder with the draft of a week, which an editor has given these words. */
async function folderWith(words: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git/HEAD'), '');
  await writeFile(
    join(folder, 'week.json'),
    serialiseSnapshot(snapshot({ pullRequests: [pull(1), pull(2)] })),
  );
  await devreport(folder, [...facts, '-o', 'reports/2017-05-08.md']);
  const report = join(folder, 'reports/2017-05-08.md');
  const [heading = '', ...rest] = (await readFile(report, 'utf8')).split('\n');
  await writeFile(report, [heading, '', words, ...rest].join('\n'));
  return folder;
}

const refused = (what: string): Ran => ({
  code: 2,
  stdout: '',
  stderr: expect.stringMatching(
    new RegExp(`^devreport: [\\w/-]*2017-05-08\\.md:3: ${what}`),
  ) as string,
});
const tooLong = 'reading the Markdown up to here takes more than 50,000,000 steps\\.';
const tooDeep = 'more than 100 levels of quotes, lists, links and emphasis inside each other\\.';

describe('a report that nobody can parse', () => {
  test.each([
    ['check', ['check', 'reports/2017-05-08.md', ...facts]],
    ['check --fix', ['check', '--fix', 'reports/2017-05-08.md', ...facts]],
    ['a rerun', [...facts, '-o', 'reports/2017-05-08.md']],
  ])('is refused by its line: %s', async (_, argv) => {
    for (const [words, what] of [
      [stars, tooLong],
      [quotes, tooDeep],
    ] as const) {
      const folder = await folderWith(words);
      const before = await readFile(join(folder, 'reports/2017-05-08.md'), 'utf8');
      expect(await devreport(folder, argv)).toEqual(refused(what));
      expect(await readFile(join(folder, 'reports/2017-05-08.md'), 'utf8')).toBe(before);
    }
  });

  test('is refused by its line where it is the last of its series', async () => {
    const folder = await folderWith(quotes);
    const reports = join(folder, 'reports');
    await rename(join(reports, '2017-05-08.md'), join(reports, '2017-05-01.md'));
    const { code, stderr } = await devreport(folder, facts);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('2017-05-01.md:3: ') as string,
    });
  });

  test('has no headings that a link could miss, for another report', async () => {
    const folder = await folderWith(`${stars}\n\n## Here`);
    await writeFile(join(folder, 'other.md'), 'See [this](reports/2017-05-08.md#there).\n');
    expect(await devreport(folder, ['check', 'other.md', '--offline'])).toMatchObject({ code: 0 });
  });
});

test.runIf(isThorough)(
  'a draft of hostile titles and a thousand bots is written, and read again',
  { timeout: 60_000 },
  async () => {
    const folder = await temporaryFolder();
    const parts = [
      '](',
      'x]',
      '*a_ ',
      'a\n=\n',
      'x <!-- ',
      '[',
      '`',
      '|',
      '&a;',
      '> ',
      '- ',
      'www.a@b.',
    ];
    const titles = parts.map((part, at) =>
      pull(at + 1, { title: part.repeat(2_500), note: part.repeat(2_000) }),
    );
    const author = { login: 'renovate', type: 'bot' } as const;
    const bots = Array.from({ length: 1_000 }, (_, at) => pull(at + 100, { author }));
    await writeFile(
      join(folder, 'week.json'),
      serialiseSnapshot(snapshot({ pullRequests: [...titles, ...bots] })),
    );
    const argv = [...facts, '-o', 'report.md'];
    expect(await devreport(folder, argv)).toMatchObject({ code: 0 });
    expect((await devreport(folder, argv)).stderr).toContain('Nothing new');
  },
);
