import { propose } from '../../src/propose/propose.ts';
import type { PullRequest } from '../../src/snapshot/schema.ts';
import { files, pull } from '../support/snapshot.ts';
import { project, report } from './project.ts';

/** The pull requests of a report, by section. */
export type Week = Record<string, PullRequest[]>;
export const url = (number: number) => `https://github.com/linuxkit/linuxkit/pull/${number}`;
export const entry = ({ number }: PullRequest) =>
  `- It works [#${number}](${url(number)}) @rneugeba.`;

/** A report as the weekly layout has it. */
export function weekly(week: Week): string {
  const sections = Object.entries(week).map(
    ([title, pulls]) => `### ${title}\n\n${pulls.map(entry).join('\n')}\n`,
  );
  return `# Report\n\nHello.\n\n## PRs merged\n\n${sections.join('\n')}\n### Issues\n\n- [#1](${url(1)})\n`;
}

export function proposed(weeks: Week[], texts = weeks.map(weekly)) {
  return propose(
    project({
      reports: texts.map((text) => report(text)),
      pulls: weeks.flatMap((week) => Object.values(week).flat()),
    }),
  );
}

export const rulesOf = (weeks: Week[], texts?: string[]) =>
  Object.fromEntries(
    proposed(weeks, texts).sections.map(({ title, paths, titles }) => [
      title,
      [...titles, ...paths],
    ]),
  );

let last = 100;
export const changed = (...paths: string[]) => pull((last += 1), { files: files(...paths) });
export const titled = (title: string, ...paths: string[]) =>
  pull((last += 1), { title, files: files(...paths) });
export const times = (count: number, make: () => PullRequest) =>
  Array.from({ length: count }, make);
