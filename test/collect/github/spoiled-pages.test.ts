import { afterAll, describe, expect, test } from 'vitest';
import type { Issue, PullRequest, Snapshot } from '../../../src/snapshot/schema.ts';
import { unknownType } from '../../github/failures.ts';
import {
  duplicateNodes,
  endlessPages,
  foreignNodes,
  lostNodes,
  nullCursor,
  nullNodes,
  repeatedCursor,
  strayNodes,
  wrongCount,
} from '../../github/page-failures.ts';
import { isThorough } from '../../support/runs.ts';
import { facts, startDisturbed } from './disturbed.ts';
import { collectFrom, second, soonAfter, withGitHub } from './support.ts';

const { github, undisturbed, under } = await startDisturbed();
afterAll(() => github.close());

/** What no spoiled list changes. */
const identity = ({ number, title, author, state }: Issue | PullRequest) => {
  return { number, title, author, state };
};

const everywhere = [
  lostNodes('Query.search'),
  wrongCount('Query.search', 7),
  wrongCount('Query.search', -3),
  duplicateNodes('PullRequest.files'),
  duplicateNodes('Issue.timelineItems'),
  ...['Query.search', 'PullRequest.timelineItems', 'Issue.timelineItems'].map(foreignNodes),
  ...[
    'Query.search',
    'Repository.issues',
    'PullRequest.files',
    'PullRequest.timelineItems',
    'PullRequest.commits',
    'PullRequest.closingIssuesReferences',
    'Issue.labels',
  ].flatMap((connection) => [
    ...(connection.endsWith('References') ? [] : [nullNodes(connection, true)]),
    repeatedCursor(connection),
    nullCursor(connection),
    endlessPages(connection),
  ]),
].map((failure) => [failure.name, failure] as const);

describe.skipIf(!isThorough)('spoiled pages', () => {
  test.each(everywhere)('once: %s', async (name, failure) => {
    const [, type = '', field = ''] = /(\w+)\.(\w+)$/.exec(name) ?? [];
    const matches = ({ query }: { query: string }) =>
      query.includes(`${field}(`) &&
      (query.includes(`on ${type} {`) || /^(Query|Repository)$/.test(type)) &&
      !query.startsWith('query Counts');
    const snapshot = await under(failure, { times: 1, matches });
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });

  test.each(isThorough ? everywhere : everywhere.filter((_, index) => index % 3 === 0))(
    'always: %s',
    async (name, failure) => {
      const snapshot = await under(failure);
      // Either nothing is missing, or the warning is about the spoiled list alone.
      if (snapshot.complete) expect(facts(snapshot)).toEqual(facts(undisturbed));
      const codes = new Set(snapshot.warnings.map(({ code }) => code));
      const code = name.endsWith('Query.search') ? 'results-disagree' : 'list-cut';
      expect([...codes]).toEqual(snapshot.complete ? [] : [code]);
      expect(snapshot.pullRequests.map(identity)).toEqual(undisturbed.pullRequests.map(identity));
      expect(snapshot.issues.map(identity)).toEqual(undisturbed.issues.map(identity));
    },
  );

  test('null references are to issues that the token can’t see', async () => {
    const snapshot = await under(nullNodes('PullRequest.closingIssuesReferences', true));
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
    const linked = ({ pullRequests }: Snapshot) =>
      pullRequests.filter(({ references }) => references.some(({ from }) => from === 'github'));
    expect(linked(undisturbed).length).toBeGreaterThan(0);
    expect(linked(snapshot)).toEqual([]);
    expect(snapshot.pullRequests.map(identity)).toEqual(undisturbed.pullRequests.map(identity));
  });

  test('foreign items', async () => {
    const strays = () => github.data.repositories[0]?.list('Issue').slice(0, 3) ?? [];
    const snapshot = await under(strayNodes('Query.search', strays));
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });

  test('foreign items don’t make up for missing ones', async () => {
    const issues = Array.from({ length: 60 }, (_, n) => ({ number: n + 1, createdAt: second(n) }));
    const early = { number: 900, createdAt: '2016-01-01T00:00:00Z' };
    const late = { number: 901, createdAt: soonAfter };
    for (const stray of [early, late]) {
      await withGitHub([{ name: 'acme/app', issues: [...issues, stray] }], {}, async (one) => {
        const strays = () =>
          one.data.repositories[0]?.list('Issue').filter(({ number }) => number >= 900) ?? [];
        one.fail(lostNodes('Query.search'));
        one.fail(strayNodes('Query.search', strays));
        const { complete, warnings } = await collectFrom(one);
        expect(complete).toBe(false);
        expect(warnings[0]?.code).toBe('results-disagree');
      });
    }
  });

  test('unknown types of accounts', async () => {
    const snapshot = await under(unknownType('User'));
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });
});
