import { describe, expect, test } from 'vitest';
import { composeWithDecisions } from '../../src/compose/compose.ts';
import { explainItem } from '../../src/compose/explain/explain-item.ts';
import { Explainer } from '../../src/compose/explain/explainer.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { itemKey } from '../../src/item/item-id.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { act, bot, closes, issue, pull, snapshot, user } from '../support/snapshot.ts';
import { isThorough } from '../support/runs.ts';

const explain = (number: number, parts: Partial<Snapshot>, input: ConfigInput = {}) => {
  const found = explainItem(snapshot(parts), config(input), {
    repository: 'LinuxKit/linuxkit',
    number,
  });
  if (!found) throw new Error('the snapshot knows the item');
  return found;
};

describe('an item in the entry of another', () => {
  const parts = {
    pullRequests: [
      pull(1, { title: 'kernel: one', references: [closes(10)], author: user('ada') }),
      pull(2, { title: 'pkg: two', references: [closes(10)], author: user('bob') }),
    ],
    issues: [issue(10, { activity: [act('commented', 'eve'), act('commented', 'bob')] })],
  };

  test('has the section of its subject', () => {
    for (const number of [1, 2, 10]) {
      const { entry, decision } = explain(number, parts);
      expect(entry?.refs[0]?.number).toBe(1);
      expect(decision).toMatchObject({ section: 'kernel', rule: 'titles' });
    }
  });

  test('lists the contributions of everyone that the entry credits, by item', () => {
    expect(
      explain(10, parts).contributions.map(({ credit, parts: done }) => [
        credit.login,
        ...done.map(({ item, wrote, acts }) => [item.number, wrote, acts]),
      ]),
    ).toEqual([
      ['ada', [1, 'author', []]],
      ['bob', [2, 'author', []], [10, null, ['commented']]],
      ['eve', [10, null, ['commented']]],
    ]);
  });
});

describe('bots', () => {
  const parts = { pullRequests: [pull(1, { author: bot('dependabot') })] };

  test('are collapsed into one entry without credits', () => {
    expect(explain(1, parts)).toMatchObject({
      collapsed: true,
      lists: ['merged'],
      contributions: [],
    });
    expect(explain(1, parts, { bots: 'list' })).toMatchObject({ collapsed: false });
  });

  test('are left out if the config excludes them', () => {
    expect(explain(1, parts, { bots: 'exclude' })).toMatchObject({
      lists: [],
      exclusion: { rule: 'bots' },
    });
  });
});

describe('an item in no list', () => {
  test('was merged or closed at another time, or had no activity', () => {
    const closedAt = '2017-04-20T00:00:00Z';
    const absence = (parts: Partial<Snapshot>) => explain(1, parts).absence;
    const later = { activity: [act('commented', 'eve')] };
    expect(
      absence({ pullRequests: [pull(1, { state: 'closed', mergedAt: null, closedAt, ...later })] }),
    ).toEqual({ why: 'closed', at: closedAt });
    expect(absence({ pullRequests: [pull(1, { mergedAt: closedAt, ...later })] })).toEqual({
      why: 'merged',
      at: closedAt,
    });
    expect(absence({ issues: [issue(1)] })).toEqual({ why: 'no-activity' });
  });
});

test('a rank comes with the issue just before it', () => {
  const issues = [
    issue(1, { activity: [act('commented', 'ada')] }),
    issue(2, { activity: [act('commented', 'ada'), act('commented', 'bob')] }),
    issue(3),
  ];
  expect(explain(1, { issues }).rank).toEqual({
    position: 2,
    total: 2,
    limit: 10,
    people: 1,
    posts: 1,
    behind: { repository: 'linuxkit/linuxkit', number: 2, people: 2, posts: 2 },
  });
});

test.runIf(isThorough)('the contributions of 50,000 people are found in seconds', () => {
  const activity = Array.from({ length: 50_000 }, (_, index) => act('commented', `user${index}`));
  const { contributions } = explain(1, { pullRequests: [pull(1, { activity })] });
  expect(contributions).toHaveLength(50_001);
  expect(contributions.at(-1)?.parts.map(({ acts }) => acts)).toEqual([['commented']]);
});

test.runIf(isThorough)('thousands of items are explained in seconds', { timeout: 20_000 }, () => {
  const all = <T>(make: (number: number) => T) =>
    Array.from({ length: 10_000 }, (_, index) => make(index + 1));
  const facts = snapshot({
    pullRequests: all((number) => pull(number)),
    issues: all((number) => issue(10_000 + number, { activity: [act('opened', 'ada')] })),
  });
  const settings = config();
  const explainer = new Explainer(facts, settings, composeWithDecisions(facts, settings));
  const found = [...facts.pullRequests, ...facts.issues].map((one) => explainer.of(itemKey(one)));
  expect(found.every((one) => one !== null && one.entry !== null)).toBe(true);
});
