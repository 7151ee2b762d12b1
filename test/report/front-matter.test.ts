import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changes, Series } from '../revise/support.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { pull } from '../support/snapshot.ts';

const series = new Series();
const before = { pullRequests: [pull(1), pull(2)] };
const after = { pullRequests: [pull(1), pull(2), pull(3)] };
const draft = series.draft(before);
const url = (number: number) => `https://github.com/linuxkit/linuxkit/pull/${number}`;
const added = `- Change 3 [#3](${url(3)}) @rneugeba.`;

/** Front matter that would be something else, or wrong, in Markdown. */
const frontMatters = [
  ['with lists and comments', '---\ntitle: "#12"\n# by @nobody\ntags:\n  - wekly\n  - x\n---\n'],
  ['with comments first', '---\n# by @nobody\n# of #3\ntitle: x\n---\n'],
  ['with a citation', `---\ncover: ${url(3)}\n---\n`],
  ['with blanks behind the hyphens', `--- \ntitle: x #3\n---\t\n`],
  ['with a quoted key', `---\n"see": "#3"\n---\n`],
  ['with a blank before the colon', `---\nsee : "#3"\n---\n`],
  ['with hyphens in a text', `---\nsee: >\n  --- #3\n  ---\n---\n`],
  [
    'with slips of any kind',
    '---\nsee: |\n  the the wekly Github \u00a0\u200b [#3](x [#3]: y (a)[b] `c\n  -x ##y <!-- editor: do -->\n\n  [a]: b\n---\n',
  ],
  ['with nothing in it', `---\n---\n`],
  ['in TOML', `+++\nsee = "#3"\n\n[wekly]\nx = '''\n- #3\n'''\n+++\n`],
  ['with blank lines', `---\nsee: >\n\n  #3\n\n---\n`],
] as const;

const endings = [
  ['LF', (text: string) => text],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['LF and a byte order mark', (text: string) => `\uFEFF${text}`],
] as const;

describe.each(frontMatters)('front matter %s', (_, frontMatter) => {
  test.each(endings)('stays as it is when a report with %s is rerun', (__, ending) => {
    const edited = ending(`${frontMatter}${draft.replace('Change 1', 'One')}`);
    const { text } = series.rerun(edited, after);
    expect(text.startsWith(ending(frontMatter))).toBe(true);
    expect(text).toContain(added);
    expect(series.rerun(text, after).text).toBe(text);
  });

  test.each(endings)('has no findings in a report with %s', async (__, ending) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.git'));
    const body = '# Report\n\nSee #1318.\n';
    await writeFile(join(folder, 'report.md'), ending(`${frontMatter}${body}`));
    const { stdout } = await devreport(folder, ['check', 'report.md', '--format', 'json']);
    const line = frontMatter.split('\n').length + 2;
    expect(JSON.parse(stdout)).toMatchObject([{ line, rule: 'bare-reference' }]);
  });
});

describe('front matter', () => {
  const edited = draft.replace('Change 1', 'One');

  test('ends before the first rule', () => {
    const text = `---\ntitle: x\n---\n\n${edited.replace('## Blogs', '---\n\n## Blogs')}`;
    expect(changes(text, series.rerun(text, after).text)).toEqual([`+${added}`]);
  });

  test('stays above what comes to the start of a report', () => {
    const headless = edited.slice(edited.indexOf('## PRs merged'));
    const incomplete = { ...after, complete: false, warnings: [{ code: 'x', message: 'Some.' }] };
    const { text } = series.rerun(`---\ntitle: x\n---\n\n${headless}`, incomplete);
    expect(text).toMatch(/^---\ntitle: x\n---\n\n/);
    expect(text).toContain('This report is incomplete');
  });

  test('may be all there is', () => {
    const text = `---\ntitle: "[#3](${url(3)})"\n---`;
    const adopted = series.rerun(text, after, { adopt: true }).text;
    expect(adopted.startsWith(`${text}\n`)).toBe(true);
    expect(adopted).toContain(added);
  });

  test.each([
    ['a rule with text below', `---\n\nWe like #3: a lot.\n\n---\n\n`],
    ['a rule with a list below', `---\n- See: #3\n\n---\n\n`],
    ['hyphens with nothing to close them', `---\ntitle: #3\n\n`],
    ['hyphens below text', `Words\n\n---\nsee: #3\n---\n\n`],
  ])('is not %s', (_, start) => {
    const { text, result } = series.rerun(start + edited, after);
    expect(text.startsWith(start)).toBe(true);
    expect(text).not.toContain(added);
    expect(result.cited).toMatchObject([{ item: 'linuxkit/linuxkit#3' }]);
  });
});
