import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/processor.ts';
import { recordIn } from '../../support/report.ts';
import { withRecord } from '../../../src/report/draft/draft-record.ts';
import { hostileExamples, hostileText } from '../../support/hostile.ts';
import { act, closes, issue, pull, snapshot } from '../../support/snapshot.ts';
import { Series } from '../../revise/support.ts';
import { runs } from '../../support/runs.ts';

const draft = new Series().draft({
  pullRequests: [pull(1, { references: [closes(20)] }), pull(2)],
  issues: [issue(21, { activity: [act('commented', 'deitch')] })],
});
const record = draft.slice(draft.indexOf('<!-- devreport'));

describe('the record of a draft', () => {
  test('names the period, and each item in its section', () => {
    const parsed = recordIn(draft);
    expect(parsed?.period).toEqual({
      start: '2017-05-01T00:00:00Z',
      end: '2017-05-08T00:00:00Z',
      timezone: 'UTC',
    });
    const offers = parsed?.sections.map(({ path, items }) => [path, Object.keys(items)]);
    expect(offers).toContainEqual([
      'PRs merged › Core',
      ['linuxkit/linuxkit#1', 'linuxkit/linuxkit#20', 'linuxkit/linuxkit#2'],
    ]);
    expect(offers).toContainEqual(['PRs merged › Issues', ['linuxkit/linuxkit#21']]);
  });

  test('is at its end, invisible to readers', () => {
    expect(draft.endsWith('}\n-->\n')).toBe(true);
    expect(parseMarkdown(draft).children.at(-1)?.type).toBe('html');
  });

  test('survives any name of a section', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const heading = title.replace(/[\r\n]/g, ' ');
        const text = `## ${heading}\n\n- One [#1](https://github.com/linuxkit/linuxkit/pull/1)\n`;
        fc.pre(parseMarkdown(text).children.some(({ type }) => type === 'list'));
        const parsed = recordIn(withRecord(text, snapshot()));
        expect(parsed?.sections.flatMap(({ items }) => Object.keys(items))).toEqual([
          'linuxkit/linuxkit#1',
        ]);
      }),
      { ...runs(100), examples: hostileExamples.map((text): [string] => [text]) },
    );
  });

  test.each([
    ['behind a byte order mark', `\uFEFF${draft}`],
    ['with text below it', `${draft}\nPS.\n`],
    ['with other line endings', draft.replaceAll('\n', '\r\n')],
    ['right below HTML', draft.replace(/\n+(?=<!-- devreport)/, '\n\n<div>\n')],
    ['right below a closed comment', draft.replace(/\n+(?=<!-- devreport)/, '\n<!-- a\n-->\n')],
    ['below HTML', draft.replace(/\n+(?=<!-- devreport)/, '\n\n<div>\nLast words.\n</div>\n')],
    ['below a line of text', draft.replace(/\n+(?=<!-- devreport)/, '\nLast words.\n')],
  ])('is found %s', (_, text) => {
    expect(recordIn(text)).toEqual(recordIn(draft));
  });

  test.each([
    ['fenced code', `~~~\n${record}~~~\n`],
    ['fenced code above an open one', `~~~\n${record}~~~\n\n~~~\nMore\n`],
    ['indented code', record.replace(/^/gm, '    ')],
  ])('is not found in %s', (_, text) => {
    expect(recordIn(text)).toBeNull();
  });

  test('is damaged where there are two, and both lines are named, also inside HTML', () => {
    const lines = record.split('\n').length - 1;
    expect(() => recordIn(`# A\n\n<div>\n${record}${record}</div>\n`)).toThrow(
      `it begins more than once, in lines 4 and ${4 + lines}`,
    );
  });

  test.each([
    ['an instant that does not exist', '"end":"2017-05-08T', '"end":"2017-05-38T'],
    ['an end before the start', '"end":"2017-05-08T', '"end":"2017-04-08T'],
    ['milliseconds', '"end":"2017-05-08T00:00:00Z', '"end":"2017-05-08T00:00:00.000Z'],
    ['an unknown timezone', '"timezone":"UTC"', '"timezone":"Nowhere/Land"'],
    ['a repository that is none', '"repository": "', '"repository": "../'],
    ['an item that is none', '"linuxkit/linuxkit#1"', '"../linuxkit#1"'],
    ['a number that is none', '"linuxkit/linuxkit#1"', '"linuxkit/linuxkit#1e9"'],
    ['a hash that is none', /\["[\da-f]{16}"/, '["0123"'],
  ])('is damaged by %s', (_, good, bad) => {
    const edited = draft.replace(good, bad);
    expect(edited).not.toBe(draft);
    expect(() => recordIn(edited)).toThrow(
      expect.objectContaining({ code: 'report-record-damaged' }),
    );
  });

  test.each([
    ['a comment', `# A\n\n<!-- more\n\n${record}`],
    ['a comment right above', `# A\n\n<!-- more\n${record}`],
    ['preformatted HTML', `# A\n\n<pre>\n\n${record}`],
    ['fenced code', `# A\n\n~~~\n\n${record}`],
  ])('is damaged inside %s that is never closed, and the error names the line', (_, text) => {
    expect(() => recordIn(text)).toThrow(/ that begins in line 3 and is never closed/);
  });
});
