import { expect } from 'vitest';
import { act, files, issue, pull } from '../support/snapshot.ts';
import { changes, type Facts, Series } from './support.ts';

export const kernel = { files: files('kernel/Dockerfile') };
export const testing = { files: files('test/a') };
export const discussed = { activity: [act('commented', 'justincormack')] };

/** Tuesday's facts, and Friday's: 3 was retitled, 4, 5 and 6 are new, 20 was resolved by 6. */
export const tuesday: Facts = {
  pullRequests: [pull(1), pull(2, kernel), pull(3, kernel)],
  issues: [issue(20, discussed), issue(21, discussed)],
};
export const friday: Facts = {
  pullRequests: [
    pull(1),
    pull(2, kernel),
    pull(3, { ...kernel, title: 'Better title' }),
    pull(4, kernel),
    pull(5, testing),
  ],
  issues: [issue(20, discussed), issue(21, discussed)],
};

export const series = new Series();
export const draft = series.draft(tuesday);

export const link = (number: number, kind = 'pull') =>
  `[#${number}](https://github.com/linuxkit/linuxkit/${kind}/${number})`;
export const entry = (number: number, title = `Change ${number}`) =>
  `- ${title} ${link(number)} @rneugeba.`;
export const line = (number: number) => `${entry(number)}\n`;

/** What Friday's rerun changes in a text. */
export function rerun(edited: string, facts = friday): string[] {
  const { text } = series.rerun(edited, facts);
  expect(series.rerun(text, facts).text).toBe(text);
  return changes(edited, text);
}

export const refreshed3 = [`-${entry(3)}`, `+${entry(3, 'Better title')}`];
export const newSection = ['+### Testing', '+', `+${entry(5)}`, '+'];
