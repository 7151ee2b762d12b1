import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { recordIn } from '../support/report.ts';
import { act, closes, files, issue, pull } from '../support/snapshot.ts';
import { bodyOf, changes, type Facts, Series } from './support.ts';

const series = new Series();
const kernel = { files: files('kernel/a') };
const discussed = { activity: [act('commented', 'deitch')] };

/** A report as LinuxKit published it, made by hand. */
const published = await readFile(new URL('../seed/2017-05-08.md', import.meta.url), 'utf8');
const facts: Facts = {
  pullRequests: [
    pull(1757, { ...kernel, references: [closes(1746)] }),
    pull(1769, kernel),
    pull(1775, kernel),
    pull(1772, { files: files('pkg/a') }),
    pull(1781, { files: files('pkg/a') }),
  ],
  issues: [issue(1690, discussed), issue(1800, discussed)],
};

describe('adopting a report that was written without devreport', () => {
  const { text, result } = series.rerun(published, facts, { adopt: true });

  test('adds missing items, each in its section and in the style of its list', () => {
    const url = 'https://github.com/linuxkit/linuxkit';
    expect(changes(published.trimEnd(), bodyOf(text).trimEnd())).toEqual([
      `+- Change 1775 [#1775](${url}/pull/1775) @rneugeba.`,
      `+- Change 1781 [#1781](${url}/pull/1781) @rneugeba.`,
      `+* Problem 1800 [#1800](${url}/issues/1800) @deitch.`,
      '+',
    ]);
    expect(result).toMatchObject({
      added: ['linuxkit/linuxkit#1775', 'linuxkit/linuxkit#1781', 'linuxkit/linuxkit#1800'],
      changed: [],
    });
  });

  test('gives it a record for later reruns', () => {
    expect(series.rerun(text, facts).text).toBe(text);
    const offered = recordIn(text)?.sections.flatMap(({ items }) => Object.keys(items));
    expect(offered).toContain('linuxkit/linuxkit#1764');
    const shorter = text.replace(/^.*1764.*\n/m, '');
    const withMore = { ...facts, pullRequests: [...(facts.pullRequests ?? []), pull(1764)] };
    expect(changes(shorter, series.rerun(shorter, withMore).text)).toEqual([]);
  });

  test('reports entries that the facts lack', () => {
    expect(result.gone).toContain('linuxkit/linuxkit#1765');
    expect(result.gone).not.toContain('linuxkit/linuxkit#1757');
    const planned = published.replace('## Blogs', '## Outlook\n\n- #1999\n\n## Blogs');
    expect(series.rerun(planned, facts, { adopt: true }).result.gone).toEqual(result.gone);
  });

  test('does nothing to one that has a record', () => {
    expect(series.rerun(text, facts, { adopt: true }).text).toBe(text);
  });

  const url = 'https://github.com/linuxkit/linuxkit/pull/1775';
  test.each([
    ['fenced code', `~~~\n- Change 1775 [#1775](${url})\n~~~`],
    ['indented code', `    - Change [#1775](${url})`],
    ['code in a list', '- One\n\n  ```\n  #1775\n  ```'],
    ['a code span', 'See `linuxkit/linuxkit#1775`.'],
    ['a comment', `<!-- - Change 1775 (${url}) -->`],
    ['a comment in a paragraph', 'Text <!-- #1775 --> and more.'],
    ['an HTML block', `<div>\n<a href="${url}">this</a>\n</div>`],
    ['preformatted HTML', '<pre>\n#1775\n</pre>'],
  ])('does not add again what is in %s', (_, block) => {
    const report = `# Report\n\n## PRs merged\n\n### Kernel\n\n- Other.\n\n${block}\n`;
    const adopted = series.rerun(report, { pullRequests: [pull(1775, kernel)] }, { adopt: true });
    expect(bodyOf(adopted.text).trimEnd()).toBe(report.trimEnd());
    expect(adopted.result.added).toEqual([]);
    const again = series.rerun(adopted.text, { pullRequests: [pull(1775, kernel)] });
    expect(again.text).toBe(adopted.text);
  });

  test('adds what only a comment of the draft for its editor suggests', () => {
    const report = `# Report\n\n<!-- editor: Less active issues:\n- Change ${url}\n-->\n`;
    const adopted = series.rerun(report, { pullRequests: [pull(1775, kernel)] }, { adopt: true });
    expect(adopted.result.added).toEqual(['linuxkit/linuxkit#1775']);
  });

  test('keeps the line endings and the last line', () => {
    const crlf = 'Words.\r\n\r\n- [#1](https://github.com/linuxkit/linuxkit/pull/1)';
    const adopted = series.rerun(crlf, { pullRequests: [pull(1)] }, { adopt: true }).text;
    expect(adopted.startsWith(`${crlf}\r\n\r\n<!-- devreport record`)).toBe(true);
    expect(adopted).not.toMatch(/(?<!\r)\n/);
  });

  test.each([
    ['no line ending', 'Words.', '\n\n'],
    ['one', 'Words.\n', '\n'],
    ['a blank line', 'Words.\n\n', ''],
  ])('leaves one blank line above the record where a report ends with %s', (_, end, blank) => {
    const adopted = series.rerun(end, {}, { adopt: true }).text;
    expect(adopted).toContain(`${end}${blank}<!-- devreport record`);
  });

  test.each([
    ['a code block', '# A\n\n```\ncode\n'],
    ['a comment', '# A\n\n<!-- open\n'],
  ])('refuses one that ends inside %s', (_, open) => {
    expect(() => series.rerun(open, facts, { adopt: true })).toThrow(
      expect.objectContaining({ code: 'report-unclosed' }),
    );
  });
});
