import { describe, expect, test } from 'vitest';
import { closes, files, issue, pull } from '../support/snapshot.ts';
import { bodyOf, changes, digest, type Facts, nested, Series } from './support.ts';

const series = new Series();
const kernel = { files: files('kernel/a') };
const closing = (...numbers: number[]) => ({ references: numbers.map((one) => closes(one)) });
const link = (number: number, kind = 'pull') =>
  `[#${number}](https://github.com/linuxkit/linuxkit/${kind}/${number})`;
const line = (number: number, ...issues: number[]) =>
  `- Change ${number} ${[link(number), ...issues.map((one) => link(one, 'issues'))].join(' ')} @rneugeba.\n`;

function rerun(edited: string, facts: Facts): string {
  const { text } = series.rerun(edited, facts);
  expect(series.rerun(text, facts).text).toBe(text);
  return text;
}

/** The lines of the entries, and the headings they are below. */
function entries(text: string): string[] {
  return bodyOf(text)
    .split('\n')
    .filter((one) => /^###? (?!PRs|Blogs|Planned|Issues)|^- /.test(one));
}

const numbers = (text: string) =>
  entries(text).map((one) => /\[#(\d+)\]/.exec(one)?.[1] ?? one.replace(/^#+ /, ''));

describe('an entry replaces the one in the file', () => {
  test('about its subject, though another shares items with it', () => {
    const before = { pullRequests: [pull(1), pull(2), pull(3, closing(20, 21))] };
    const after = { pullRequests: [pull(1, closing(20)), pull(2, closing(21)), pull(3)] };
    const list = line(1) + line(2) + line(3, 20, 21);
    const edited = series.draft(before).replace(list, line(3, 20, 21) + line(1) + line(2));
    expect(numbers(rerun(edited, after))).toEqual(['Core', '3', '1', '2']);
  });

  test('that shares items with it, when there is none about its subject', () => {
    const before = { pullRequests: [pull(2, closing(20)), pull(5)] };
    const after = { pullRequests: [pull(1, closing(20)), pull(2, closing(20)), pull(5)] };
    const edited = series.draft(before).replace(line(2, 20) + line(5), line(5) + line(2, 20));
    expect(numbers(rerun(edited, after))).toEqual(['Core', '5', '1']);
  });

  test('never one that only shares items with its neighbours', () => {
    const before = { pullRequests: [pull(1), pull(2), pull(9, closing(20, 21))] };
    const after = {
      pullRequests: [pull(1, closing(21)), pull(2, closing(21)), pull(6, closing(20)), pull(9)],
    };
    const list = line(1) + line(2) + line(9, 20, 21);
    const edited = series.draft(before).replace(list, line(9, 20, 21) + line(1) + line(2));
    expect(numbers(rerun(edited, after))).toEqual(['Core', '6', '9', '1']);
  });

  test('unless that would cost an item; only the entries that would are split', () => {
    const issues = [20, 21, 22].map((number) =>
      issue(number, { state: 'closed', closedAt: '2017-05-03T10:00:00Z' }),
    );
    const before = {
      pullRequests: [pull(1, closing(20)), pull(3, closing(21, 22)), pull(7, closing(20))],
      issues,
    };
    const after = {
      pullRequests: [pull(1, closing(21)), pull(3, closing(22))],
      issues,
      complete: false,
      warnings: [{ code: 'x', message: 'Some.' }],
    };
    const edited = series.draft(before).replace('## Blogs', 'Words.\n\n## Blogs');
    expect(changes(edited, rerun(edited, after)).filter((one) => one.includes('[#'))).toEqual([
      `-${line(3, 21, 22)}`.trim(),
      `+${line(3, 22)}`.trim(),
    ]);
  });
});

describe('an entry that belongs in another section now', () => {
  const before = { pullRequests: [pull(1), pull(2, kernel), pull(3, kernel)] };
  const after = (title: string) => ({
    pullRequests: [pull(1), pull(2, { title }), pull(3, kernel)],
  });
  const draft = series.draft(before);

  test('moves there', () => {
    const edited = draft.replace('## Blogs', 'Words.\n\n## Blogs');
    expect(numbers(rerun(edited, after('Two')))).toEqual(['Core', '1', '2', 'Kernel', '3']);
  });

  test('stays where the editor moved it', () => {
    const edited = draft
      .replace(line(2), '')
      .replace('## Blogs', `## Mine\n\n${line(2)}\n## Blogs`);
    const text = rerun(edited, after('Two'));
    expect(numbers(text)).toEqual(['Core', '1', 'Kernel', '3', 'Mine', '2']);
    expect(text).toContain(`- Two ${link(2)}`);
  });

  test('stays where the editor made both sections one', () => {
    const edited = draft
      .replace(`### Kernel\n\n${line(2)}${line(3)}\n`, '')
      .replace(line(1), line(2) + line(3) + line(1));
    const text = rerun(edited, after('Two'));
    expect(numbers(text)).toEqual(['Core', '2', '3', '1']);
    expect(text).toContain(`- Two ${link(2)}`);
  });
});

describe('the place of a section', () => {
  const pulls = (...all: number[]) => ({ pullRequests: all.map((one) => pull(one, kernel)) });
  const mine = (...all: number[]) => `## Mine\n\n${all.map((one) => line(one)).join('')}\n`;
  const draft = series.draft(pulls(1, 2, 3));
  const list = line(1) + line(2) + line(3);
  const after = pulls(1, 2, 3, 4);

  test.each<[string, string, string[]]>([
    [
      'is its heading, also without entries',
      draft.replace(line(1), '').replace(list.replace(line(1), ''), 'Words\n'),
      ['Kernel', '4'],
    ],
    [
      'is its heading rather than one entry elsewhere',
      series
        .draft(pulls(1))
        .replace(line(1), 'Words\n')
        .replace('## Blogs', `${mine(1)}## Blogs`),
      ['Kernel', '2', '3', '4', 'Mine', '1'],
    ],
    [
      'is the list below its heading rather than one of one entry more',
      draft.replace(list, line(1)).replace('## Blogs', `${mine(2, 3)}## Blogs`),
      ['Kernel', '1', '4', 'Mine', '2', '3'],
    ],
    [
      'is that also when the other list comes first',
      draft.replace(list, line(1)).replace('## PRs merged', `${mine(2, 3)}## PRs merged`),
      ['Mine', '2', '3', 'Kernel', '1', '4'],
    ],
    [
      'is a list of two entries more',
      series
        .draft(pulls(1, 2, 3, 5))
        .replace(`${list}${line(5)}`, line(5))
        .replace('## Blogs', `${mine(1, 2, 3)}## Blogs`),
      ['Kernel', '5', 'Mine', '1', '2', '3', '4'],
    ],
  ])('%s', (_, edited, expected) => {
    const facts = edited.includes('#5') ? pulls(1, 2, 3, 4, 5) : after;
    expect(numbers(rerun(edited, facts))).toEqual(expected);
  });

  const cores = [6, 7].map((number) => pull(number));
  const both = (...all: number[]) => ({ pullRequests: [...cores, ...pulls(...all).pullRequests] });
  const own = (number: number) => line(number).replace('Change', 'Our change');
  /** The draft without the section, and instead of it something in the list of another one. */
  const withoutKernel = (inCore: string, above = '') =>
    series
      .draft(both(1, 2, 3))
      .replace(`### Kernel\n\n${list}\n`, '')
      .replace(line(7), line(7) + inCore)
      .replace('## PRs merged', `${above}## PRs merged`);

  test.each<[string, string, string[]]>([
    [
      'is the list of another that mentions two of its items',
      withoutKernel(own(2) + own(3)),
      ['Core', '6', '7', '2', '3', '4'],
    ],
    [
      'is not the list of another that mentions one of its items',
      withoutKernel(own(3)),
      ['Core', '6', '7', '3', 'Kernel', '4'],
    ],
    [
      'is a list below a heading of the editor’s that mentions one of its items',
      withoutKernel('', `## Mine\n\n${own(2)}\n`),
      ['Mine', '2', '4', 'Core', '6', '7'],
    ],
    [
      'is the list with most of its items, reworded ones included',
      withoutKernel(line(2) + own(3), mine(1)),
      ['Mine', '1', 'Core', '6', '7', '2', '3', '4'],
    ],
    [
      'is below the table with most of its items',
      withoutKernel(
        '',
        [[1], [2, 3]]
          .map(
            (all) =>
              `### T${all.length}\n\n| |\n|-|\n${all.map((n) => `| ${link(n)} |\n`).join('')}\n`,
          )
          .join(''),
      ),
      ['T1', 'T2', '4', 'Core', '6', '7'],
    ],
    [
      'is not below a table with one of its items',
      withoutKernel('', `### T1\n\n| |\n|-|\n| ${link(1)} |\n\n`),
      ['T1', 'Core', '6', '7', 'Kernel', '4'],
    ],
  ])('%s', (_, edited, expected) => {
    expect(numbers(rerun(edited, both(1, 2, 3, 4)))).toEqual(expected);
  });

  test.each([
    ['only the last draft', true],
    ['only this draft', false],
  ])('is not the list of a section that %s has', (_, isBefore) => {
    const some = both(1, 2, 3).pullRequests;
    const more = [...some, pull(8, { files: files('test/a') })];
    const text = series
      .draft({ pullRequests: isBefore ? more : some })
      .replace(`### Kernel\n\n${list}\n`, '');
    const edited = isBefore
      ? text.replace(line(8), line(8) + own(3))
      : text.replace('### Issues', `### Testing\n\n${own(3)}\n### Issues`);
    const facts = [...(isBefore ? some : more), pull(4, kernel)];
    const headings = numbers(rerun(edited, { pullRequests: facts }));
    expect(headings).toContain('Kernel');
    expect(headings.indexOf('4')).toBe(headings.indexOf('Kernel') + 1);
  });
});

describe('in a template of one’s own', () => {
  const after: Facts = { pullRequests: [pull(1), pull(2), pull(3)] };
  const before: Facts = { pullRequests: [pull(1), pull(2)] };
  const changed = (layout: typeof digest, edit: (text: string) => string, facts = after) => {
    const own = new Series({}, layout);
    const edited = edit(own.draft(before));
    return changes(edited, own.rerun(edited, facts).text).filter((one) => /Change|\[/.test(one));
  };

  test('link definitions belong to no section', () => {
    expect(changed(digest, (text) => text.replace('Change 1', 'One'))).toEqual([
      '+- Change 3 ([#3])',
      '+[#3]: https://github.com/linuxkit/linuxkit/pull/3',
    ]);
  });

  test('an entry is the outermost list item whose own text cites something', () => {
    expect(changed(nested, (text) => text.replace('Change 1', 'One'))).toEqual([
      '+   - Change 3',
      expect.stringMatching(/^\+ +\[.*#3\]/),
    ]);
  });
});
