import { describe, expect, test } from 'vitest';
import { readReport, titleSpan } from '../../src/report/report.ts';
import { reportTitle } from '../../src/report/report-title.ts';

/** The title of a report, and what a finding about the whole of it points at. */
async function titleOf(text: string) {
  const report = readReport({ path: 'it.md', text });
  const { start, end } = titleSpan(report);
  return [await reportTitle(report), report.text.slice(start, end)];
}

describe('the title of a report', () => {
  test.each([
    ['# A *b*\n\n## C\n', 'A b', '# A *b*'],
    ['---\ntitle: X\n---\n\n# A\n', 'A', '# A'],
    ['## A\n\n### B\n', 'A', '## A'],
    ['---\nother: X\n---\n\n## A\n', 'A', '## A'],
    ['---\nx: 1\ntitle: "X: #1" # y\n---\n\n## A\n\n### B\n', 'X: #1', 'title: "X: #1" # y'],
    ['\uFEFF---\r\ntitle: X\r\n---\r\n\r\nText\r\n', 'X', 'title: X'],
    ['---\ntitle: >\n  X\n  y\n---\n', 'X y', 'title: >'],
    ['---\ntitle: 12\n---\n', '12', 'title: 12'],
    ['---\ntitle: "\u202ex\\u202ey"\n---\n', 'xy', 'title: "\u202ex\\u202ey"'],
    ['+++\ntitle = "X \\"y\\""\n+++\n\n## A\n', 'X "y"', 'title = "X \\"y\\""'],
    [`+++\ntitle = 'X\\'\n+++\n\n## A\n`, 'X\\', `title = 'X\\'`],
    ['---\ntitle: a: b\n---\n\n## A\n', 'it.md', 'title: a: b'],
    ['---\ntitle: [a]\n---\n', 'it.md', 'title: [a]'],
    ['Text\n', 'it.md', ''],
    ['# <!-- x -->\n', 'it.md', '# <!-- x -->'],
  ])('of %j is %s', async (text, title, span) => {
    expect(await titleOf(text)).toEqual([title, span]);
  });

  test('in front matter leaves the headings below it their paths', () => {
    const paths = (text: string) =>
      readReport({ path: 'it.md', text }).sections.map(({ path }) => path);
    const body = '## PRs merged\n\n### Core\n';
    expect(paths(`---\ntitle: X\n---\n\n${body}`)).toEqual(['', 'PRs merged', 'PRs merged › Core']);
    expect(paths(body)).toEqual(['', '', 'Core']);
  });
});
