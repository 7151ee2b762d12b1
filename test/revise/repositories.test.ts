import { describe, expect, test } from 'vitest';
import { pull } from '../support/snapshot.ts';
import { changes, type Facts, Series } from './support.ts';

const series = new Series();
const tool = (number: number) => pull(number, { repository: 'moby/tool' });

/** The report is LinuxKit's; the runs are of either or both. */
const before: Facts = { pullRequests: [pull(1), pull(2)] };
const both: Facts = {
  repositories: ['moby/tool', 'linuxkit/linuxkit'],
  pullRequests: [tool(2), tool(3), pull(1), pull(2, { title: 'Two' })],
};
const other: Facts = { repositories: ['moby/tool'], pullRequests: [tool(2), tool(3)] };

const url = (repository: string, number: number) =>
  `https://github.com/${repository}/pull/${number}`;
const ours = (number: number, title = `Change ${number}`) =>
  `- ${title} [#${number}](${url('linuxkit/linuxkit', number)}) @rneugeba.`;
const theirs = (number: number) =>
  `- Change ${number} [moby/tool#${number}](${url('moby/tool', number)}) @rneugeba.`;

function rerun(edited: string, facts: Facts, options = {}): string[] {
  const { text } = series.rerun(edited, facts, options);
  expect(series.rerun(text, facts).text).toBe(text);
  return changes(edited, text).filter((line) => line.includes('@rneugeba'));
}

describe('short labels keep the repository of the first draft', () => {
  const draft = series.draft(before);
  const edited = draft.replace('## Blogs', 'Words.\n\n## Blogs');

  test('when another is named first', () => {
    expect(rerun(edited, both)).toEqual([
      `-${ours(2)}`,
      `+${theirs(2)}`,
      `+${ours(2, 'Two')}`,
      `+${theirs(3)}`,
    ]);
  });

  test('when only another is requested', () => {
    expect(rerun(edited, other)).toEqual([`+${theirs(2)}`, `+${theirs(3)}`]);
  });

  test('in the editor’s text', () => {
    const text = edited.replace('Words.', 'See #3.');
    expect(rerun(text, both)).toContain(`+${theirs(3)}`);
    const more = { ...both, pullRequests: [...(both.pullRequests ?? []), pull(3)] };
    expect(rerun(text, more)).not.toContain(`+${ours(3)}`);
  });

  test('in an adopted report, by its links', () => {
    const published = `## Core\n\n${ours(1)}\n`;
    expect(rerun(published, both, { adopt: true })).toEqual([
      `+${theirs(2)}`,
      `+${ours(2, 'Two')}`,
      `+${theirs(3)}`,
    ]);
  });

  test('but not in an unedited draft, which is replaced', () => {
    expect(series.rerun(draft, other).text).toBe(series.draft(other));
  });
});
