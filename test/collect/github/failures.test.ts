import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import type { Issue, PullRequest, Snapshot } from '../../../src/snapshot/schema.ts';
import { generateRepository } from '../../github/data/generate.ts';
import { dataSet } from '../../github/data/data-set.ts';
import {
  fieldLost,
  passing,
  resourceLimits,
  rewritten,
  serverError,
  socket,
  unknownType,
  type Failure,
} from '../../github/failures.ts';
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
import type { When } from '../../github/schedule.ts';
import { startGitHub, type GitHub } from '../../github/server.ts';
import { collectFrom, second, soonAfter, week, withGitHub, type Options } from './support.ts';

/** Takes every kind of request: pages of results, nodes by id, lists inside items, closed issues. */
const repository = generateRepository({
  ...{ name: 'acme/app', start: week.start, end: week.end },
  ...{ merged: 20, unmerged: 3, activeIssues: 52, quietIssues: 5, quietPullRequests: 5 },
});
repository.pullRequests?.push({
  mergedAt: second(9),
  files: 130,
  comments: Array.from({ length: 90 }, (_, n) => ({ createdAt: second(n) })),
});

let github: GitHub;
let undisturbed: Snapshot;

beforeAll(async () => {
  const data = dataSet({ repositories: [repository] });
  github = await startGitHub({ now: soonAfter, budget: 1_000_000, data });
  undisturbed = await collectFrom(github);
  expect(undisturbed.complete).toBe(true);
  expect(undisturbed.pullRequests).toHaveLength(24);
});
afterAll(() => github.close());

/** Collects under the failure, and makes sure that it occurred. */
async function under(failure: Failure, when: When = {}, options: Options = {}) {
  let strikes = 0;
  const { name, answer, bend } = failure;
  const disarm = github.fail(
    {
      name,
      ...(answer && {
        answer: (exchange) => {
          strikes += 1;
          return answer(exchange);
        },
      }),
      ...(bend && {
        bend: (page, place) => {
          const bent = bend(page, place);
          if (bent !== page) strikes += 1;
          return bent;
        },
      }),
    },
    when,
  );
  try {
    return await collectFrom(github, options);
  } finally {
    disarm();
    expect(strikes).toBeGreaterThan(0);
  }
}

/** The snapshot without its costs. */
const facts = ({ collected: _, ...rest }: Snapshot) => rest;

/** What no spoiled list changes. */
const identity = ({ number, title, author, state }: Issue | PullRequest) => {
  return { number, title, author, state };
};

describe('a transient failure changes nothing', () => {
  test.each(passing().map((failure) => [failure.name, failure] as const))('%s', async (_, one) => {
    for (const when of [{ on: [1, 3, 6] }, { probability: 0.3, seed: 4 }]) {
      expect(facts(await under(one, when))).toEqual(facts(undisturbed));
    }
  });

  test('hung sockets', async () => {
    const hung = await under(socket('hung'), { on: [2, 5] }, { timeout: 150 });
    expect(facts(hung)).toEqual(facts(undisturbed));
  });

  test.each([
    ['502 for pages of more than 20', serverError(502, 'html')],
    ['504 for pages of more than 20', serverError(504)],
    ['resource limits for pages of more than 20', resourceLimits()],
  ])('%s', async (_, failure) => {
    const large = (value: unknown) => (Array.isArray(value) ? value.length : Number(value)) > 20;
    const snapshot = await under(failure, {
      matches: ({ variables }) => Object.values(variables).some(large),
    });
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });

  test('an item that is null once', async () => {
    const hole = rewritten('hole', ({ data }) => {
      const [nodes] = Object.values(data as Record<string, unknown>);
      if (Array.isArray(nodes)) nodes[0] = null;
    });
    const matches = ({ query }: { query: string }) => query.includes('nodes(ids');
    expect(facts(await under(hole, { times: 1, matches }))).toEqual(facts(undisturbed));
  });

  test('partial data without a field', async () => {
    const snapshot = await under(fieldLost(['f0', 'nodes', 3, 'files']), { times: 3 });
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });
});

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

describe('spoiled pages', () => {
  test.each(everywhere)('once: %s', async (name, failure) => {
    const [, type = '', field = ''] = /(\w+)\.(\w+)$/.exec(name) ?? [];
    const matches = ({ query }: { query: string }) =>
      query.includes(`${field}(`) &&
      (query.includes(`on ${type} {`) || /^(Query|Repository)$/.test(type)) &&
      !query.startsWith('query Counts');
    const snapshot = await under(failure, { times: 1, matches });
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });

  test.each(everywhere)('always: %s', async (name, failure) => {
    const snapshot = await under(failure);
    // Either nothing is missing, or the warning is about the spoiled list alone.
    if (snapshot.complete) expect(facts(snapshot)).toEqual(facts(undisturbed));
    const codes = new Set(snapshot.warnings.map(({ code }) => code));
    const code = name.endsWith('Query.search') ? 'results-disagree' : 'list-cut';
    expect([...codes]).toEqual(snapshot.complete ? [] : [code]);
    expect(snapshot.pullRequests.map(identity)).toEqual(undisturbed.pullRequests.map(identity));
    expect(snapshot.issues.map(identity)).toEqual(undisturbed.issues.map(identity));
  });

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

test('warns of a closed issue that can’t be read, and has everything else', async () => {
  const repository = {
    name: 'acme/app',
    pullRequests: [{ mergedAt: second(1), closingIssuesReferences: [7], body: 'Fixes #8' }],
    issues: [7, 8].map((number) => ({ number, createdAt: '2016-01-01T00:00:00Z' })),
  };
  await withGitHub([repository], {}, async (github) => {
    github.fail(serverError(502), { matches: ({ query }) => query.startsWith('query Issues') });
    const snapshot = await collectFrom(github);
    expect(snapshot.pullRequests).toHaveLength(1);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings).toMatchObject([
      {
        code: 'items-unreadable',
        message: expect.stringMatching(/^Cannot read #7: HTTP 502/) as string,
      },
    ]);
  });
});

test('a server that stays down is an error', async () => {
  for (const failure of [serverError(502), serverError(503, 'html'), socket('lost')]) {
    const error = await under(failure).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({
      code: expect.stringMatching(/^github-un(available|reachable)$/) as unknown,
    });
  }
});

describe('what GitHub leaves out without an error', () => {
  const { name } = repository;

  test.each(['issues', 'pullRequests'])('an item of the first page of %s', async (list) => {
    const small = {
      name,
      issues: [{ createdAt: second(1) }],
      pullRequests: [{ createdAt: second(2) }],
    };
    await withGitHub([small], {}, async (github) => {
      const whole = await collectFrom(github);
      const disarm = github.fail(nullNodes(`Repository.${list}`, true), { times: 1 });
      expect(facts(await collectFrom(github))).toEqual(facts(whole));
      disarm();
      github.fail(nullNodes(`Repository.${list}`, true));
      const holed = await collectFrom(github);
      expect(holed.pullRequests).toEqual(whole.pullRequests);
      expect(holed.issues).toEqual(whole.issues);
      expect(holed.warnings).toMatchObject([{ code: 'list-cut', repository: name }]);
    });
  });

  test('an item that stays null', async () => {
    const hole = rewritten('hole', ({ data }) => {
      const [nodes] = Object.values(data as Record<string, unknown>);
      if (Array.isArray(nodes)) nodes[0] = null;
    });
    const snapshot = await under(hole, { matches: ({ query }) => query.includes('nodes(ids') });
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('items-unreadable');
  });

  test.each([
    ['files', 'nodes'],
    ['commits', 'nodes'],
    ['timeline', 'nodes'],
    ['closing', 'nodes'],
    ['labels', 'nodes'],
    ['closing', null],
    ['labels', null],
  ])('%s: null %s, once and always', async (list, inside) => {
    const matches = ({ query }: { query: string }) => /^query (PullRequests|Issues)/.test(query);
    const emptied = (names: string[]) =>
      rewritten('null', ({ data }) => visit(data, names, inside === null));
    expect(facts(await under(emptied([list]), { matches }))).toEqual(facts(undisturbed));
    const snapshot = await under(emptied([list, 'list']));
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('list-cut');
  });

  test('the end of the repository’s list, while search is behind', async () => {
    const late = Array.from({ length: 350 }, (_, n) => ({ createdAt: second(590_000 + n * 10) }));
    const early = Array.from({ length: 300 }, (_, n) => ({ createdAt: second(n * 10) }));
    const server = { indexLag: 86_400 };
    await withGitHub([{ name, issues: [...early, ...late] }], server, async (github) => {
      github.fail(nullCursor('Repository.issues'), {
        matches: ({ query }) => query.startsWith('query Listing'),
      });
      const snapshot = await collectFrom(github);
      expect(snapshot.complete).toBe(false);
      expect(snapshot.warnings).toMatchObject([{ code: 'list-cut', repository: name }]);
    });
  });
});

/** Sets the named lists to null, or their nodes. */
function visit(value: unknown, names: readonly string[], whole: boolean): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    visit(child, names, whole);
    if (!names.includes(key)) continue;
    if (whole) Object.assign(value, { [key]: null });
    else if (typeof child === 'object' && child !== null) Object.assign(child, { nodes: null });
  }
}
