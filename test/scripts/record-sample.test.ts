import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { recordSample } from '../../scripts/record-sample.ts';
import { type Seed, seedSchema } from '../../scripts/seed.ts';
import { contains } from '../../src/period/period.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';

const read = (path: string) => readFile(path, 'utf8');
const seed: Seed = v.parse(seedSchema, JSON.parse(await read('test/seed/week-2017-05-08.json')));
const sample = parseSnapshot(await read('src/collect/sample.json'), 'sample.json');
const { pullRequests, issues } = sample;
const items = [...pullRequests, ...issues];

const inLinuxkit = (numbered: typeof items) =>
  numbered.filter(({ repository }) => repository === 'linuxkit/linuxkit');
const pull = (number: number) => inLinuxkit(pullRequests).find((item) => item.number === number);
const issue = (number: number) => inLinuxkit(issues).find((item) => item.number === number);

describe('the recorded week', () => {
  test('holds all that was merged in it, and nothing that was merged later', () => {
    const merged = seed.items.filter(({ mergedAt }) => mergedAt && contains(seed.window, mergedAt));
    const names = (of: { number: number }[]) => of.map(({ number }) => number).sort();
    expect(names(pullRequests.filter(({ state }) => state === 'merged'))).toEqual(names(merged));
    expect(merged).toHaveLength(27);
  });

  test('knows nothing from after its end', () => {
    for (const { createdAt, closedAt, activity } of items) {
      expect(createdAt ?? '').toSatisfy((at: string) => at < sample.period.end);
      expect(closedAt ?? '').toSatisfy((at: string) => at < sample.period.end);
      for (const { at } of activity) expect(contains(sample.period, at)).toBe(true);
    }
    expect(pull(1774)).toMatchObject({ state: 'open', mergedAt: null, mergeCommit: null });
    expect(pull(1713)).toBeUndefined();
  });

  test('holds an issue without activity only where a merged pull request closes it, or the report cites it', () => {
    const closed = pullRequests
      .filter(({ state }) => state === 'merged')
      .flatMap(({ references }) => references.filter(({ relation }) => relation === 'closes'))
      .map(({ repository, number }) => `${repository}#${number}`);
    const quiet = items.filter(({ activity }) => activity.length === 0);
    expect(quiet.map(({ number }) => number)).toEqual([1263, 1431, 1690, 1732, 1745]);
    expect(closed).toEqual(
      expect.arrayContaining([1263, 1431, 1745].map((number) => `linuxkit/linuxkit#${number}`)),
    );
  });

  test('notes citations without a date in the week', () => {
    expect(issue(1690)?.activity).toEqual([]);
    expect(issue(1710)).toBeUndefined();
    expect(sample.warnings.find(({ code }) => code === 'sample-citations-undated')).toMatchObject({
      repository: 'linuxkit/linuxkit',
      message: expect.stringContaining('#1690, #1710, #1732') as string,
    });
  });

  test('keeps people, what they did and when', () => {
    expect(pull(1764)?.activity).toEqual([
      { did: 'opened', by: { login: 'dave-tucker', type: 'user' }, at: '2017-05-03T12:00:00Z' },
      { did: 'commented', by: { login: 'dave-tucker', type: 'user' }, at: '2017-05-03T12:00:00Z' },
      { did: 'commented', by: { login: 'dave-tucker', type: 'user' }, at: '2017-05-04T12:00:00Z' },
      {
        did: 'commented',
        by: { login: 'justincormack', type: 'user' },
        at: '2017-05-04T12:00:00Z',
      },
      { did: 'merged', by: { login: 'justincormack', type: 'user' }, at: '2017-05-04T15:34:29Z' },
    ]);
  });

  test('keeps links between items, as closing or mentioning', () => {
    expect(pull(1765)?.references).toEqual([
      { repository: 'linuxkit/linuxkit', number: 1263, relation: 'closes', from: 'body' },
      { repository: 'linuxkit/linuxkit', number: 1568, relation: 'mentions', from: 'body' },
    ]);
  });

  test('does not guess states and closing times', () => {
    expect(issue(1771)).toMatchObject({ state: 'unknown', closedAt: null });
    expect(issue(1746)).toMatchObject({ state: 'closed', closedAt: null });
  });

  test('is in the order of its repositories, then of numbers', () => {
    const order = (of: typeof items) =>
      of.map(({ repository, number }) => sample.repositories.indexOf(repository) * 1e6 + number);
    for (const list of [pullRequests, issues]) {
      expect(order(list)).toEqual(order(list).toSorted((a, b) => a - b));
    }
  });
});

test('names of a repository in a warning exist in the record', () => {
  for (const { repository } of sample.warnings) {
    expect([undefined, ...sample.repositories]).toContain(repository);
  }
});

test('a seed without its notes on anything uncertain gives the general warnings alone', () => {
  const certain = seed.items
    .filter(({ number, mergedAt }) => number === 1749 && mergedAt !== null)
    .map((item) => ({ ...item, conversationCut: false }));
  expect(recordSample({ ...seed, items: certain }).warnings.map(({ code }) => code)).toEqual([
    'sample-day-dates',
    'sample-labels-later',
  ]);
});
