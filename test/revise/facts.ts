import fc from 'fast-check';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { act, bot, closes, files, issue, pull, snapshot } from '../support/snapshot.ts';

type Facts = Partial<Snapshot>;
const { collected } = snapshot();

const folders = ['src', 'kernel', 'pkg', 'test'];
const titles = [
  'Plain words',
  'Other words',
  '*Stars* and [brackets](x)',
  'Revert "#3" of https://github.com/linuxkit/linuxkit/pull/4',
  'fix: read `a` of @types/node, as in https://x.example/a_b,',
];

/** A pull request at some time: not there yet, or merged and titled and linked somehow. */
const someTimes = fc.option(
  fc.record({
    title: fc.nat(titles.length - 1),
    folder: fc.nat(folders.length - 1),
    closes: fc.option(fc.integer({ min: 20, max: 25 }), { freq: 2 }),
    isByBot: fc.boolean().map((one) => one && titles.length > 0),
    reviewers: fc.nat(2),
  }),
  { freq: 3 },
);

const talk = fc.option(fc.record({ title: fc.nat(titles.length - 1), people: fc.nat(3) }), {
  freq: 3,
});

/** What is known of one week at one time: of pull requests 1 to 8 and issues 20 to 25 any. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    pulls: fc.array(someTimes, { minLength: 8, maxLength: 8 }),
    issues: fc.array(talk, { minLength: 6, maxLength: 6 }),
    isComplete: fc.boolean(),
    isOngoing: fc.boolean(),
  })
  .map(({ pulls, issues, isComplete, isOngoing }) => ({
    collected: { ...collected, ...(isOngoing && { at: '2017-05-03T18:00:00Z' }) },
    complete: isComplete,
    warnings: isComplete ? [] : [{ code: 'x', message: 'The rest is missing.' }],
    pullRequests: pulls.flatMap((one, index) =>
      one
        ? [
            pull(index + 1, {
              title: `${titles[one.title]} ${index + 1}`,
              files: files(`${folders[one.folder]}/a`),
              references: one.closes === null ? [] : [closes(one.closes)],
              author: one.isByBot && index > 5 ? bot('renovate') : pull(1).author,
              activity: Array.from({ length: one.reviewers }, (_, i) => act('reviewed', `r${i}`)),
            }),
          ]
        : [],
    ),
    issues: issues.flatMap((one, index) =>
      one
        ? [
            issue(index + 20, {
              title: `${titles[one.title]} ${index + 20}`,
              activity: Array.from({ length: one.people }, (_, i) => act('commented', `p${i}`)),
            }),
          ]
        : [],
    ),
  }));

/** The facts a while later: earlier facts stay, unless changed. */
export function later(before: Facts, now: Facts, forgets: boolean): Facts {
  if (forgets) return now;
  const merge = <T extends { number: number }>(old: readonly T[], fresh: readonly T[]): T[] => {
    const byNumber = new Map([...old, ...fresh].map((item) => [item.number, item]));
    return [...byNumber.values()].sort((a, b) => a.number - b.number);
  };
  return {
    ...now,
    pullRequests: merge(before.pullRequests ?? [], now.pullRequests ?? []),
    issues: merge(before.issues ?? [], now.issues ?? []),
  };
}
