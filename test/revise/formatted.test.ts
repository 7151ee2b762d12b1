import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { runs } from '../support/runs.ts';
import { closes, issue, pull } from '../support/snapshot.ts';
import { changes, digest, type Facts, Series, weekly } from './support.ts';
import { draft, entry, friday, kernel, series } from './tuesday-to-friday.ts';

const layouts = {
  bullets: weekly,
  'reference links': digest,
  'table rows': await loadTemplate('table.hbs', import.meta.dirname),
  paragraphs: await loadTemplate('paragraphs.hbs', import.meta.dirname),
};

describe('an entry that a tool wrote its own way is not the editor’s', () => {
  const long = series.draft({
    pullRequests: [pull(1), pull(2, { ...kernel, title: 'An _emphasised_ title of two' })],
  });
  test.each<[string, (text: string) => string]>([
    ['wrapped lines', (text) => text.replace(' title of two', '\n  title of two')],
    ['another bullet', (text) => text.replace(/^- /gm, '*   ')],
    ['other escapes', (text) => text.replaceAll('\\_', '&#95;')],
    ['a hidden run of blanks', (text) => text.replace('title of', 'title   of')],
  ])('%s', (_, change) => {
    const edited = change(long);
    expect(edited).not.toBe(long);
    const retitled = { pullRequests: [pull(1), pull(2, { ...kernel, title: 'Other' })] };
    const { text, result } = series.rerun(edited, retitled);
    expect(result).toMatchObject({ kept: [], refreshed: ['linuxkit/linuxkit#2'] });
    expect(text).toContain('Other [#2]');
  });

  test('but another word is', () => {
    for (const words of ['**Change** 3', '[x] Change 3', 'Change 3,']) {
      const edited = draft.replace('Change 3', words);
      expect(series.rerun(edited, friday).result.kept, words).toEqual(['linuxkit/linuxkit#3']);
    }
  });

  test('and a rerun without news leaves it as the tool wrote it', () => {
    const edited = draft.replace(
      entry(3),
      '* Change\n  3 [#3](https://github.com/linuxkit/linuxkit/pull/3)\n  @rneugeba.',
    );
    const { text } = series.rerun(edited, {
      ...friday,
      pullRequests: (friday.pullRequests ?? []).map((one) =>
        one.number === 3 ? pull(3, kernel) : one,
      ),
    });
    expect(changes(edited, text).filter((line) => line.startsWith('-'))).toEqual([]);
  });
});

test('an entry whose record has the hash of its Markdown, as older ones do, is known again', () => {
  const markdown = entry(3).slice('- '.length);
  const hash = createHash('sha256').update(markdown).digest('hex').slice(0, 16);
  const older = draft.replace(/("linuxkit\/linuxkit#3": )\[.*?\]/, `$1["${hash}"]`);
  expect(older).not.toBe(draft);
  const { text, result } = series.rerun(older.replace('Change 1', 'My own'), friday);
  expect(result.refreshed).toEqual(['linuxkit/linuxkit#3']);
  expect(text).toContain(entry(3, 'Better title'));
});

const word = fc.constantFrom(
  ...[
    'a',
    'word',
    '*',
    '_x_',
    '`code`',
    '[b](c)',
    'snake_case_name',
    'https://a.test/b_c',
    '@rn',
    '#12',
    '\\',
    'C:\\',
    'x\\\\',
  ],
  ...['1.', '-', '+', '#', '|', '<b>', '&amp;', '~~x~~', 'é', '“q”', '...', 'foo/bar-baz', '  '],
);
const title = fc
  .array(word, { minLength: 1, maxLength: 24 })
  .map((words) => `T ${words.join(' ')}`);

test('Prettier makes no hard break of a backslash in a title', async () => {
  const words = 'A title that ends just where Prettier wraps the line, with\\';
  const titled: Facts = { pullRequests: [pull(1, { title: words }), pull(2, kernel)] };
  const before = series.draft(titled);
  expect(before).toContain('with\\\\ [#1]');
  const edited = await format(before, { parser: 'markdown', proseWrap: 'always', printWidth: 60 });
  expect(edited).toMatch(/\n {2}with\\\\(?: |\n {2})\[#1\]/);
  const { result } = series.rerun(edited.replace('Change 2', 'Mine'), {
    pullRequests: [pull(1, { title: 'Other' }), pull(2, kernel)],
  });
  expect(result).toMatchObject({ refreshed: ['linuxkit/linuxkit#1'] });
});

describe.each(Object.entries(layouts))('Prettier on a draft of %s', (_, layout) => {
  const own = new Series({}, layout);
  test('makes no entry the editor’s, whatever the titles', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('always', 'never', 'preserve'),
        async (titles, proseWrap) => {
          const factsOf = (suffix: string): Facts => ({
            pullRequests: titles.map((one, index) =>
              pull(index + 1, {
                title: one + suffix,
                references: index === 1 ? [closes(20)] : [],
              }),
            ),
            issues: [issue(20, { state: 'closed', closedAt: '2017-05-03T10:00:00Z' })],
          });
          const before = own.draft(factsOf(''));
          const edited = await format(before, { parser: 'markdown', proseWrap, printWidth: 60 });
          const { result } = own.rerun(
            edited.replace('<!-- devreport', 'PS.\n\n<!-- devreport'),
            factsOf(' more'),
          );
          expect(result.kept, `${before}\n${edited}`).toEqual([]);
          expect(result.refreshed.length).toBeGreaterThanOrEqual(titles.length);
        },
      ),
      runs(4),
    );
  });
});
