import { describe, expect, test } from 'vitest';
import { act, closes, issue, pull } from '../support/snapshot.ts';
import { bodyOf, type Facts, Series } from './support.ts';

const series = new Series();

const line = (number: number) =>
  `- Change ${number} [#${number}](https://github.com/linuxkit/linuxkit/pull/${number}) @rneugeba.\n`;
const lines = (...numbers: number[]) => numbers.map(line).join('');
const pulls = (...numbers: number[]): Facts => ({ pullRequests: numbers.map((one) => pull(one)) });

/** The text between two headings after a rerun, which another rerun does not change. */
function section(edited: string, facts: Facts, heading: string, next: string): string {
  const { text } = series.rerun(edited, facts);
  expect(series.rerun(text, facts).text).toBe(text);
  const body = bodyOf(text);
  const start = body.indexOf(heading) + heading.length;
  return body.slice(start, body.indexOf(next, start)).trim();
}

const core = (edited: string, facts: Facts) => section(edited, facts, '### Core', '### Issues');

describe('new entries', () => {
  const draft = series.draft(pulls(1, 2, 5, 6));
  const after = pulls(1, 2, 3, 4, 5, 6);
  const listed = lines(1, 2, 5, 6);

  test('come below the entry they follow in the draft, wherever the editor moved it', () => {
    const edited = draft.replace(listed, lines(5, 6, 1, 2));
    expect(core(edited, after)).toBe(lines(5, 6, 1, 2, 3, 4).trim());
  });

  test('come above the entry that follows them when none comes before', () => {
    const edited = series.draft(pulls(5, 6)).replace(lines(5, 6), lines(6, 5));
    expect(core(edited, pulls(3, 4, 5, 6))).toBe(lines(6, 3, 4, 5).trim());
  });

  test('come below the entry they follow when the editor has reworded it', () => {
    const reworded = line(2).replace('Change', 'Our change');
    const edited = draft.replace(listed, lines(5, 6, 1) + reworded);
    expect(core(edited, after)).toBe((lines(5, 6, 1) + reworded + lines(3, 4)).trim());
  });

  test('come below the item that contains the entry they follow', () => {
    const group = `- More:\n  ${line(2)}`;
    const edited = draft.replace(listed, lines(1, 5) + group + line(6));
    expect(core(edited, after)).toBe((lines(1, 5) + group + lines(3, 4, 6)).trim());
  });
});

describe('where nothing of the draft is left in a section, new entries', () => {
  const draft = series.draft(pulls(1));
  const withList = (list: string) => core(draft.replace(line(1), list), pulls(1, 2, 3));

  test('join the list that it ends with, at its own level', () => {
    const list = '- Words\n  - More words\n';
    expect(withList(list)).toBe(`${list}${lines(2, 3)}`.trim());
  });

  test('are a list of their own below a numbered one', () => {
    expect(withList('1. Words\n')).toBe(`1. Words\n\n${lines(2, 3)}`.trim());
  });

  test('come above a closing tag', () => {
    const start = '<details>\n\nWords\n\n';
    expect(withList(`${start}</details>\n`)).toBe(`${start}${lines(2, 3)}\n</details>`.trim());
  });

  test('come above a rule, and below other HTML', () => {
    const start = '<p>Words</p>\n\n';
    expect(withList(`${start}---\n`)).toBe(`${start}${lines(2, 3)}\n---`.trim());
  });

  test('join the list above a comment', () => {
    expect(withList('- Words\n\n<!-- Later. -->\n')).toBe(
      `- Words\n${lines(2, 3)}\n<!-- Later. -->`.trim(),
    );
  });

  test('join the list that a passage of the draft comes right before', () => {
    const discussed = { activity: [act('commented', 'justincormack')] };
    const before: Facts = { issues: [issue(20, discussed)] };
    const edited = series.draft(before).replace(/^- Problem 20.*/m, '- Words');
    const after: Facts = { issues: [issue(20, discussed), issue(22, discussed)] };
    expect(section(edited, after, '### Issues', '## Blogs')).toMatch(
      /-->\n\n- Problem 22 .*\n- Words$/,
    );
  });

  test('join the list of what is gone', () => {
    const edited = draft.replace(line(1), `${line(1)}\nWords\n`);
    expect(core(edited, pulls(2))).toBe(`${lines(1, 2)}\nWords`);
  });

  test('come above the definitions and footnotes that it ends with', () => {
    const rest = '[a]: https://example.com/\n\n[^b]: Note\n\n[c]: https://example.com/\n';
    expect(withList(`Words [a][^b][c]\n\n${rest}`)).toBe(
      `Words [a][^b][c]\n\n${lines(2, 3)}\n${rest}`.trim(),
    );
  });
});

describe('a new passage', () => {
  const issues = (count: number): Facts => ({
    pullRequests: [pull(1)],
    issues: Array.from({ length: count }, (_, index) =>
      issue(29 - index, { activity: [act('commented', 'justincormack')] }),
    ),
  });
  const draft = series.draft(issues(10)).replace('## Blogs', 'Words.\n\n## Blogs');
  const less = '<!-- editor: Less active issues';

  test('comes below the list it follows in the draft', () => {
    expect(section(draft, issues(11), '### Issues', '## Blogs')).toMatch(
      /^<!-- editor: The most[^]*\n- [^]*\n\n<!-- editor: Less[^]*-->\n\nWords\.$/,
    );
  });

  test('stays in its section when the entry it follows was moved to another', () => {
    const moved = /^- Problem 20 .*\n/m.exec(draft)?.[0] ?? '';
    const edited = draft.replace(moved, '').replace('### Issues', `${moved}\n### Issues`);
    expect(core(edited, issues(11))).not.toContain(less);
    expect(section(edited, issues(11), '### Issues', '## Blogs')).toContain(less);
  });

  test('comes above the passage that follows it when the one before was reworded', () => {
    const edited = draft.replace(/^The (\w+) weekly/m, 'Our $1 weekly');
    const incomplete = { complete: false, warnings: [{ code: 'x', message: 'Some is missing.' }] };
    const header = section(edited, { ...issues(10), ...incomplete }, '# Dev', '## PRs merged');
    expect(header).toMatch(/\nOur [^]*\n\n> \*\*This[^]*\n\n<!-- editor: Add/);
  });

  const incomplete: Facts = {
    ...issues(10),
    complete: false,
    warnings: [{ code: 'x', message: 'Some is missing.' }],
  };
  const warning = '> **This report is incomplete.**\n>\n> - Some is missing.\n\n';

  test('is set apart from text that follows without a blank line', () => {
    const edited = draft.replace(/^The (\w+) weekly(.*\n)\n/m, 'Our $1 weekly$2');
    const { text } = series.rerun(edited, incomplete);
    expect(text).toContain(`\n\n${warning}<!-- editor: Add`);
  });

  test('is the start of a report that begins with nothing before it', () => {
    const edited = draft.slice(draft.indexOf('## PRs merged'));
    expect(series.rerun(edited, incomplete).text.startsWith(`${warning}## PRs merged`)).toBe(true);
  });

  const onlyHeading = (words: string) =>
    draft.replace(/(### Issues\n\n)[^]*(?=<!-- devreport)/, `$1${words}\n\n`);

  test.each([
    ['above definitions', 'Words [a]', '[a]: https://example.com/\n\n'],
    ['above footnotes', 'Words[^a]', '[^a]: Note\n\n'],
    ['below comments', 'Words\n\n<!-- Later. -->', ''],
  ])('comes to the end of its section, %s, and above the record', (_, words, rest) => {
    const { text } = series.rerun(onlyHeading(`${words}\n\n${rest}`.trim()), issues(11));
    const [, end = ''] = text.split('### Issues\n\n');
    expect(end.startsWith(`${words}\n\n${less}`)).toBe(true);
    expect(end).toContain(`-->\n\n${rest}<!-- devreport record`);
  });

  test('comes below what was written below the record', () => {
    const { text } = series.rerun(`${onlyHeading('Words')}\nPS.\n`, issues(11));
    expect(text).toContain(`-->\n\nPS.\n\n${less}`);
  });

  test('has the line endings of the block above it', () => {
    const list = /(?:^- Problem .*\n)+/m;
    const edited = draft.replace(list, (lines) => lines.replaceAll('\n', '\r\n'));
    const { text } = series.rerun(edited, issues(11));
    expect(text).toMatch(/<!-- editor: Less[^\r\n]*\r\n- Problem 19 [^\r\n]*\r\n-->\r\n/);
  });
});

test('an entry takes the place of the only one of its list', () => {
  const discussed = { activity: [act('commented', 'justincormack')] };
  const before: Facts = { pullRequests: [pull(1)], issues: [issue(20, discussed)] };
  const edited = series.draft(before).replace('Change 1', 'One');
  const after: Facts = {
    pullRequests: [pull(1), pull(6, { references: [closes(20)] })],
    issues: [issue(20, discussed), issue(22, discussed)],
  };
  expect(section(edited, after, '### Issues', '## Blogs')).toMatch(
    /^<!-- editor[^\n]*-->\n\n- Problem 22 .*$/,
  );
});
