import { parse, validate } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { operations } from '../../../src/collect/github/request/field.ts';
import { generateRepository } from '../../github/data/generate.ts';
import { estimate, maxNodes } from '../../github/limits.ts';
import { prepare, schema } from '../../github/schema.ts';
import type { LogEntry } from '../../github/log.ts';
import { collectFrom, second, soonAfter, week, withGitHub, yearsLater } from './support.ts';

const { start, end } = week;
const comments = Array.from({ length: 90 }, (_, n) => ({ createdAt: second(n) }));
const reopened = { type: 'ReopenedEvent', createdAt: second(5) };

/** Requests of every operation. */
let requests: LogEntry[];

beforeAll(async () => {
  const busy = generateRepository({
    ...{ name: 'acme/app', start, end, merged: 420, activeIssues: 330, quietIssues: 300 },
  });
  busy.issues?.push({ createdAt: second(1), comments, events: [reopened] });
  busy.pullRequests?.push({ mergedAt: second(2), files: 130, comments, body: 'Fixes #1' });
  busy.releases = [{ tagName: 'v1', createdAt: second(90) }];
  requests = [];
  for (const now of [soonAfter, yearsLater]) {
    await withGitHub([busy], { now }, async (github) => {
      for (const item of github.data.repositories[0]?.list('Issue') ?? []) {
        if (now === yearsLater) {
          github.data.update(`acme/app#${item.number}`, { updatedAt: yearsLater });
        }
      }
      await collectFrom(github, { organizations: ['acme'], earlierPeriods: 12, waiting: 10 });
      requests.push(...github.log.requests);
    });
  }
});

test('every operation is covered', () => {
  const names = new Set(requests.map(({ query }) => /^query (\w+)/.exec(query)?.[1]));
  expect([...names].toSorted()).toEqual(Object.keys(operations).toSorted());
});

test('every query is valid by GitHub’s published schema', () => {
  for (const query of new Set(requests.map((request) => request.query))) {
    expect(validate(schema(), parse(query))).toEqual([]);
  }
});

test('no query comes near GitHub’s limit of nodes', () => {
  for (const { query, variables } of requests) {
    const prepared = prepare(query);
    if (prepared.errors) throw new Error('not valid');
    expect(estimate(prepared, variables).nodeCount).toBeLessThan(maxNodes / 10);
  }
});

test('searches name one repository and one kind of item', () => {
  const texts = requests.flatMap(({ variables }) =>
    Object.entries(variables).flatMap(([name, value]) =>
      name.startsWith('text') ? String(value) : [],
    ),
  );
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    expect(text.match(/repo:/g)).toHaveLength(1);
    expect(text.match(/is:(pr|issue)\b/g)).toHaveLength(1);
  }
});
