import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import type { Act, Issue, Person, PullRequest } from '../../src/snapshot/schema.ts';
import { parseSnapshot, serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { config } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { bot, issue, pull, snapshot, user } from '../support/snapshot.ts';

const FIRST = Date.parse('2017-05-01T00:00:00Z');
const AFTER = Date.parse('2017-05-08T00:00:00Z');
const instant = (time: number) => new Date(time).toISOString().replace('.000', '');

/** Around both ends, each second; else anywhere in three weeks. */
const time = fc.oneof(
  fc.constantFrom(FIRST - 1_000, FIRST, AFTER - 1_000, AFTER),
  fc.integer({ min: -7 * 86_400, max: 14 * 86_400 }).map((seconds) => FIRST + seconds * 1_000),
);
const person: fc.Arbitrary<Person> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('ann', 'Ann', 'ben', 'cleo').map(user) },
  { weight: 1, arbitrary: fc.constantFrom('renovate', 'ann').map(bot) },
);
const inside = fc.integer({ min: 0, max: 7 * 86_400 - 1 }).map((n) => instant(FIRST + n * 1_000));
const acts = (...did: Act['did'][]): fc.Arbitrary<Act[]> =>
  fc.array(fc.record({ did: fc.constantFrom(...did), by: person, at: inside }), { maxLength: 4 });

const pullRequest: fc.Arbitrary<Partial<PullRequest>> = fc
  .record({
    author: person,
    created: fc.option(time),
    ended: time,
    state: fc.constantFrom('open', 'closed', 'merged', 'unknown'),
    activity: acts('opened', 'commented', 'reviewed', 'committed', 'merged', 'closed', 'reopened'),
  })
  .map(({ author, created, ended, state, activity }) => ({
    author,
    activity,
    state,
    createdAt: created === null ? null : instant(created),
    closedAt: state === 'closed' || state === 'merged' ? instant(ended) : null,
    mergedAt: state === 'merged' ? instant(ended) : null,
  }));

const anIssue: fc.Arbitrary<Partial<Issue>> = fc
  .record({
    author: person,
    created: time,
    ended: time,
    state: fc.constantFrom('open', 'closed', 'unknown'),
    activity: acts('opened', 'commented', 'closed', 'reopened'),
  })
  .map(({ author, created, ended, state, activity }) => ({
    ...{ author, activity, state, createdAt: instant(created) },
    closedAt: state === 'closed' ? instant(ended) : null,
  }));

interface Raw {
  author: { login: string; type: string };
  state: string;
  createdAt: string | null;
  closedAt: string | null;
  mergedAt?: string | null;
  activity: { did: string; by: { login: string; type: string } }[];
}

/** Counts with loops over the items as they are in the file, and nothing of the program. */
function countIn(text: string) {
  const { pullRequests, issues } = JSON.parse(text) as { pullRequests: Raw[]; issues: Raw[] };
  const isInside = (at: string | null | undefined) => {
    const seconds = Date.parse(String(at)) / 1_000;
    return seconds >= FIRST / 1_000 && seconds < AFTER / 1_000;
  };
  const counts = {
    ...{ contributions: 0, pullsOpened: 0, pullsMerged: 0, pullsClosed: 0 },
    ...{ issuesOpened: 0, issuesClosed: 0, bots: { pullsOpened: 0, pullsMerged: 0 } },
  };
  const people: string[] = [];
  const meet = ({ login, type }: Raw['author']) => {
    if (type !== 'bot' && !people.includes(login.toLowerCase())) people.push(login.toLowerCase());
  };
  const hours: number[] = [];
  for (const item of [...pullRequests, ...issues]) {
    for (const { did, by } of item.activity) {
      if (!['opened', 'commented', 'reviewed'].includes(did) || by.type === 'bot') continue;
      counts.contributions++;
      meet(by);
    }
  }
  for (const { author, state, createdAt, closedAt, mergedAt } of pullRequests) {
    const isBot = author.type === 'bot';
    if (isInside(createdAt)) {
      counts.pullsOpened++;
      if (isBot) counts.bots.pullsOpened++;
    }
    if (isInside(mergedAt)) {
      counts.pullsMerged++;
      meet(author);
      if (isBot) counts.bots.pullsMerged++;
      const taken = (Date.parse(String(mergedAt)) - Date.parse(String(createdAt))) / 3_600_000;
      if (!isBot && taken >= 0) hours.push(taken);
    } else if (state === 'closed' && isInside(closedAt)) counts.pullsClosed++;
  }
  for (const { state, createdAt, closedAt } of issues) {
    if (isInside(createdAt)) counts.issuesOpened++;
    if (state === 'closed' && isInside(closedAt)) counts.issuesClosed++;
  }
  return { ...counts, contributors: people.length, hours };
}

test('the numbers of any snapshot are those counted from its items one by one', () => {
  const pulls = fc.array(pullRequest, { maxLength: 12 });
  const others = fc.array(anIssue, { maxLength: 8 });
  fc.assert(
    fc.property(pulls, others, (pullParts, issueParts) => {
      const text = serialiseSnapshot(
        snapshot({
          pullRequests: pullParts.map((parts, index) => pull(1 + index, parts)),
          issues: issueParts.map((parts, index) => issue(100 + index, parts)),
        }),
      );
      const { stats } = compose(parseSnapshot(text, 'it'), config({ reverts: 'mark' }), 0);
      const { previous, history, hoursToMerge, ...counted } = stats;
      const { hours, ...expected } = countIn(text);
      expect(counted).toEqual(expected);
      expect({ previous, history }).toEqual({ previous: null, history: [] });
      if (hours.length === 0) expect(hoursToMerge).toBeNull();
      else {
        // As many take longer as take less.
        const median = hoursToMerge ?? NaN;
        const less = hours.filter((taken) => taken < median - 0.05).length;
        const more = hours.filter((taken) => taken > median + 0.05).length;
        expect(Math.max(less, more)).toBeLessThanOrEqual(hours.length / 2);
        expect(Math.round(median * 10) / 10).toBe(median);
      }
    }),
    runs(200),
  );
});

describe('the median time to merge', () => {
  const merged = (number: number, createdAt: string | null, parts: Partial<PullRequest> = {}) =>
    pull(number, { createdAt, mergedAt: '2017-05-03T10:00:00Z', ...parts });
  const median = (...pullRequests: PullRequest[]) =>
    compose(snapshot({ pullRequests }), config(), 0).stats.hoursToMerge;

  test.each([
    [[], null],
    [['2017-05-03T10:00:00Z'], 0],
    [['2017-05-03T09:57:00Z'], 0.1],
    [['2017-05-03T09:58:00Z'], 0],
    [['2017-05-01T10:00:00Z', '2017-05-03T09:00:00Z', '2012-05-03T09:00:00Z'], 48],
    [['2017-05-03T08:00:00Z', '2017-05-03T07:00:00Z'], 2.5],
  ] as const)('of %j is %s', (openings, expected) => {
    expect(median(...openings.map((at, index) => merged(index + 1, at)))).toBe(expected);
  });

  test('leaves out bots, unknown openings, and what was merged before it was opened', () => {
    expect(
      median(
        merged(1, '2017-05-03T09:00:00Z'),
        merged(2, '2017-05-03T02:00:00Z', { author: bot('renovate') }),
        merged(3, null),
        merged(4, '2017-05-04T00:00:00Z'),
      ),
    ).toBe(1);
    expect(median(merged(1, null))).toBeNull();
  });
});
