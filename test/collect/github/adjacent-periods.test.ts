import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Period } from '../../../src/period/period.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import type { IssueInput, PullRequestInput } from '../../github/data/input.ts';
import { collectFrom, withGitHub, yearsLater } from './support.ts';
import { runs } from '../../support/runs.ts';

const origin = Date.parse('2017-01-01T00:00:00Z');
/** Coarse, so that facts often fall on the bounds of a period. */
const step = 6 * 3_600_000;
const at = (n: number) => `${new Date(origin + n * step).toISOString().slice(0, 19)}Z`;

const moment = fc.integer({ min: 0, max: 80 });
const dated = fc.tuple(moment, fc.integer({ min: 1, max: 40 })).map(([n, more]) => [n, n + more]);

const comments = fc.array(moment, { maxLength: 5 });

const issueInput = fc
  .record({ dates: dated, comments, isClosed: fc.boolean() })
  .map(({ dates: [created = 0, ended = 0], comments, isClosed }): IssueInput => ({
    createdAt: at(created),
    closedAt: isClosed ? at(ended) : null,
    comments: comments.map((n) => ({ createdAt: at(created + n) })),
  }));

const pullInput = fc
  .record({ dates: dated, comments, fate: fc.constantFrom('merged', 'closed', 'open') })
  .map(({ dates: [created = 0, ended = 0], comments, fate }): PullRequestInput => ({
    createdAt: at(created),
    ...(fate === 'merged' && { mergedAt: at(ended) }),
    ...(fate === 'closed' && { closedAt: at(ended) }),
    comments: comments.map((n) => ({ createdAt: at(created + n) })),
    reviews: comments.map((n) => ({ submittedAt: at(created + 2 * n) })),
  }));

/** Every act of a snapshot, as a sentence. */
function acts({ pullRequests, issues }: Snapshot): string[] {
  return [...pullRequests, ...issues]
    .flatMap(({ number, activity }) =>
      activity.map(({ did, by, at }) => `#${number} ${did} by ${String(by.login)} at ${at}`),
    )
    .toSorted();
}

function merged({ pullRequests }: Snapshot, { start, end }: Period): number[] {
  return pullRequests.flatMap(({ number, mergedAt }) =>
    mergedAt !== null && start <= mergedAt && mergedAt < end ? [number] : [],
  );
}

test('adjacent periods neither lose nor repeat anything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(issueInput, { maxLength: 12 }),
      fc.array(pullInput, { maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 119 }), { minLength: 1, maxLength: 3 }),
      async (issues, pullRequests, cuts) => {
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), 120];
        const window = (from = 0, to = 0): Period => {
          const [start, end] = [at(from), at(to)];
          return { kind: 'range', start, end, timezone: 'UTC', date: end.slice(0, 10) };
        };
        const data = [{ name: 'acme/app', issues, pullRequests }];
        await withGitHub(data, { now: yearsLater }, async (github) => {
          const whole = await collectFrom(github, { period: window(0, 120) });
          const parts = [];
          for (const [index, to] of bounds.slice(1).entries()) {
            const period = window(bounds[index], to);
            parts.push({ period, snapshot: await collectFrom(github, { period }) });
          }
          expect(parts.flatMap(({ snapshot }) => acts(snapshot)).toSorted()).toEqual(acts(whole));
          const together = parts.flatMap(({ snapshot, period }) => merged(snapshot, period));
          const all = pullRequests.filter(({ mergedAt }) => mergedAt).length;
          expect(together.toSorted((a, b) => a - b)).toEqual(merged(whole, window(0, 120)));
          expect(together.length).toBeLessThanOrEqual(all);
          expect(parts.every(({ snapshot }) => snapshot.complete)).toBe(true);
        });
      },
    ),
    runs(5),
  );
});
