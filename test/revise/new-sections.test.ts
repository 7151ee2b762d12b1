import { describe, expect, test } from 'vitest';
import { act, files, issue, pull } from '../support/snapshot.ts';
import { changes, type Facts, Series } from './support.ts';

const series = new Series();
const kernel = { files: files('kernel/Dockerfile') };
const issues = [issue(20, { activity: [act('commented', 'justincormack')] })];
const before: Facts = { pullRequests: [pull(1), pull(2, kernel)], issues };
const after: Facts = {
  pullRequests: [pull(1), pull(2, kernel), pull(3, { files: files('test/a') })],
  issues,
};
const draft = series.draft(before);
const entry = (number: number) =>
  `- Change ${number} [#${number}](https://github.com/linuxkit/linuxkit/pull/${number}) @rneugeba.`;

/** Where the new section comes: the headings of the file, new ones marked. */
function outline(edited: string): string[] {
  const { text } = series.rerun(edited, after);
  expect(series.rerun(text, after).text).toBe(text);
  const added = changes(edited, text);
  expect(added).toContain(`+${entry(3)}`);
  expect(added.filter((line) => line.startsWith('-'))).toEqual([]);
  return text.split('\n').flatMap((line) => {
    if (!/^#+ |^\S.*\[#3\]/.test(line)) return [];
    return [added.includes(`+${line}`) ? `+ ${line}` : line];
  });
}

const title = '# Development report for 8 May 2017';
const closing = draft.split('\n').filter((line) => /^## (?!PRs)/.test(line));

describe('a section that the file lacks', () => {
  test.each<[string, (text: string) => string, string[]]>([
    [
      'comes where the draft has it',
      (text) => text.replace('Change 1', 'One'),
      [
        title,
        '## PRs merged',
        '### Core',
        '### Kernel',
        '+ ### Testing',
        `+ ${entry(3)}`,
        '### Issues',
      ],
    ],
    [
      'comes beside its like where the heading above them was deleted, at their level',
      (text) => text.replace('## PRs merged\n', ''),
      [title, '### Core', '### Kernel', '+ ### Testing', `+ ${entry(3)}`, '### Issues'],
    ],
    [
      'brings the heading above it where nothing below that is left',
      (text) => text.replace(/## PRs merged[^]*?(?=^## (?!PRs))/m, ''),
      [title, '+ ## PRs merged', '+ ### Testing', `+ ${entry(3)}`],
    ],
    [
      'is added at the level of similar ones, under any name',
      (text) => text.replace(/## PRs merged\n/, '').replace(/^### (.*)/gm, '## All $1'),
      [title, '## All Core', '## All Kernel', '+ ## Testing', `+ ${entry(3)}`, '## All Issues'],
    ],
    [
      'comes below the heading that its like were put under',
      (text) => text.replace(/### .*\n\n/g, ''),
      [title, '## PRs merged', '+ ### Testing', `+ ${entry(3)}`],
    ],
    [
      'skips no level where similar ones are below the title',
      (text) => text.replace(/##+ (PRs|Core|Kernel|Issues).*\n\n/g, ''),
      [title, '+ ## Testing', `+ ${entry(3)}`],
    ],
  ])('%s', (_, edit, expected) => {
    const edited = edit(draft);
    expect(edited).not.toBe(draft);
    expect(outline(edited)).toEqual([...expected, ...closing]);
  });
});

describe('a section that was deleted', () => {
  const url = 'https://github.com/linuxkit/linuxkit/pull/2';
  const another: Facts = { pullRequests: [pull(1), pull(2, kernel), pull(4, kernel)], issues };
  const without = draft.replace(`### Kernel\n\n${entry(2)}\n\n`, '');

  test.each([
    ['prose', 'The kernel of #2 was shown.'],
    ['a list of another section', '- Justin wrote about #2'],
  ])('is added again for new entries, even where %s mentions its items', (_, words) => {
    const edited = without.replace('## Blogs\n', `## Blogs\n\n${words}\n`);
    const { text, result } = series.rerun(edited, another);
    expect(text).toContain(`${entry(1)}\n\n### Kernel\n\n${entry(4)}\n\n### Issues`);
    expect(result).toMatchObject({ again: ['PRs merged › Kernel'], kept: ['linuxkit/linuxkit#2'] });
    expect(series.rerun(text, another).text).toBe(text);
    expect(series.rerun(text, another).result.again).toEqual([]);
  });

  test('is not added where its items are in a table', () => {
    const both: Facts = { pullRequests: [pull(1), pull(2, kernel), pull(3, kernel)], issues };
    const table = `### Kernels\n\n| |\n| --- |\n| [2](${url}) |\n| #3 |\n\n`;
    const edited = series.draft(both).replace(/### Kernel\n[^]*?(?=###)/, table);
    const { text, result } = series.rerun(edited, {
      ...both,
      pullRequests: [...(both.pullRequests ?? []), pull(4, kernel)],
    });
    expect(text).toContain(`| #3 |\n\n${entry(4)}\n\n### Issues`);
    expect(result.again).toEqual([]);
  });

  test('is not added below the outlook of an adopted report', () => {
    const foreign = '# Week\n\n## PRs merged\n\n### Kernel\n\n- #2\n\n## Outlook\n\nNext: #1\n';
    const more: Facts = { pullRequests: [pull(1), pull(2, kernel), pull(6)] };
    const { text } = series.rerun(foreign, more, { adopt: true });
    expect(text).toContain(`### Core\n\n${entry(6)}\n\n### Kernel`);
  });
});
