import { describe, expect, test } from 'vitest';
import { isThorough } from '../../support/runs.ts';
import { SourceError } from '../../../src/errors.ts';
import { generateRepository } from '../../github/data/generate.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import {
  fieldLost,
  failsOn,
  resourceLimits,
  serverError,
  socket,
  somethingWentWrong,
  tooHeavy,
  type Failure,
} from '../../github/failures.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import type { GraphQLRequest } from '../../github/answer.ts';
import type { GitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import {
  collectFrom,
  numbers,
  operations,
  second,
  soonAfter,
  week,
  withGitHub,
  yearsLater,
} from './support.ts';

const name = 'acme/app';
/** Small enough for the repository's own lists. */
const small: RepositoryInput = {
  name,
  pullRequests: Array.from({ length: 6 }, (_, n) => ({
    ...{ number: n + 1, mergedAt: second(n), author: 'ada', labels: ['bug'], files: 3 },
  })),
  issues: Array.from({ length: 6 }, (_, n) => ({ number: n + 101, createdAt: second(n) })),
};
/** Large enough to need search. */
const large = generateRepository({
  ...{ name, start: week.start, end: week.end, today: soonAfter, merged: 20, activeIssues: 110 },
});

const server = { now: soonAfter, budget: 1_000_000 };
const asksFor = (what: RegExp) => (request: GraphQLRequest) => what.test(request.query);

function idOf(github: GitHub, type: 'Issue' | 'PullRequest', at: number): string {
  const item = github.data.repositories[0]?.list(type)[at];
  if (!item) throw new Error(`Missing ${type} ${at}`);
  return item.id;
}

const known = new Map<RepositoryInput, Promise<Snapshot>>();

/** What is collected before a failure. */
function undisturbedOf(repository: RepositoryInput, github: GitHub): Promise<Snapshot> {
  const found = known.get(repository) ?? collectFrom(github);
  known.set(repository, found);
  return found;
}

/** Collects while GitHub fails on every answer with the item, for matching queries. */
async function failingOn(
  repository: RepositoryInput,
  [type, at]: ['Issue' | 'PullRequest', number],
  failure: Failure,
  query = /./,
) {
  return withGitHub([repository], server, async (github) => {
    const undisturbed = await undisturbedOf(repository, github);
    const id = idOf(github, type, at);
    github.fail(failsOn(id, failure), { matches: asksFor(query) });
    const snapshot = await collectFrom(github, { timeout: 150 });
    const lost = [...numbers(undisturbed.pullRequests), ...numbers(undisturbed.issues)].filter(
      (number) =>
        ![...numbers(snapshot.pullRequests), ...numbers(snapshot.issues)].includes(number),
    );
    return { undisturbed, snapshot, lost };
  });
}

// Each of them waits for retries.
describe.skipIf(!isThorough)('warns of the item that GitHub fails on, and has all others', () => {
  const failures = [
    serverError(502),
    serverError(504, 'html'),
    somethingWentWrong(),
    resourceLimits(),
    socket('lost'),
    socket('hung'),
  ].map((failure) => [failure.name, failure] as const);

  test.each(failures)('a pull request: %s', async (_, failure) => {
    const facts = /PullRequest(Facts|Dates)|WithoutLists/;
    const { snapshot, lost } = await failingOn(small, ['PullRequest', 4], failure, facts);
    expect(lost).toHaveLength(1);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings).toMatchObject([{ code: 'items-unreadable', repository: name }]);
    expect(snapshot.warnings[0]?.message).toContain(`Cannot read #${lost[0]}: `);
  });

  test.each(failures.slice(0, 2))('an issue among many: %s', async (_, failure) => {
    const { snapshot, lost } = await failingOn(large, ['Issue', 7], failure, /Facts|WithoutLists/);
    expect(lost).toHaveLength(1);
    expect(snapshot.warnings).toMatchObject([{ code: 'items-unreadable', repository: name }]);
    expect(snapshot.warnings[0]?.message).toContain(`#${lost[0]}: `);
  });

  test('an item whose mere id fails is still counted', async () => {
    const { snapshot, lost } = await failingOn(large, ['Issue', 7], serverError(502));
    expect(lost).toHaveLength(1);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('results-disagree');
  });
});

describe('reads the lists apart when they are too much together', () => {
  test.each([
    ['a small repository', small],
    ['a large one', large],
  ])('%s', async (_, repository) => {
    const { undisturbed, snapshot } = await failingOn(
      repository,
      ['PullRequest', 4],
      serverError(502),
      /PullRequestFacts/,
    );
    expect({ ...snapshot, collected: null }).toEqual({ ...undisturbed, collected: null });
  });

  test.each([150, 60, 12])('a server that fails beyond %i nodes', async (nodes) => {
    await withGitHub([small], server, async (github) => {
      const undisturbed = await undisturbedOf(small, github);
      github.fail(tooHeavy(nodes));
      const snapshot = await collectFrom(github);
      expect({ ...snapshot, collected: null }).toEqual({ ...undisturbed, collected: null });
    });
  });
});

test('the cache keeps answers in parts', async () => {
  await withGitHub([small], { ...server, now: yearsLater }, async (github) => {
    github.fail(tooHeavy(60));
    const cacheFolder = await temporaryFolder();
    const first = await collectFrom(github, { cacheFolder });
    expect(first.complete).toBe(true);
    github.log.clear();
    const again = await collectFrom(github, { cacheFolder });
    expect(github.log.requests).toEqual([]);
    expect({ ...again, collected: null }).toEqual({ ...first, collected: null });
  });
});

describe('a list without an answer', () => {
  const lost = (list: string, error: { type?: string; message: string }) =>
    fieldLost(['f0', 'nodes', 3, list], error);

  test('is read apart from the item', async () => {
    await withGitHub([small], server, async (github) => {
      const undisturbed = await undisturbedOf(small, github);
      github.fail(lost('files', { message: 'timedout' }), { matches: asksFor(/nodes\(ids/) });
      const snapshot = await collectFrom(github);
      expect({ ...snapshot, collected: null }).toEqual({ ...undisturbed, collected: null });
    });
  });

  test('is a warning when it fails apart, too', async () => {
    await withGitHub([small], server, async (github) => {
      const id = idOf(github, 'PullRequest', 4);
      github.fail(failsOn(id, serverError(502)), { matches: asksFor(/PullRequestFacts/) });
      github.fail(serverError(502), { matches: asksFor(/list: files/) });
      const snapshot = await collectFrom(github);
      expect(numbers(snapshot.pullRequests)).toHaveLength(6);
      expect(snapshot.complete).toBe(false);
      expect(snapshot.warnings).toMatchObject([{ code: 'list-cut', repository: name }]);
    });
  });

  test('is a note when GitHub has none', async () => {
    const pullRequests = [{ mergedAt: second(1), labels: null }];
    await withGitHub([{ name, pullRequests }], server, async (github) => {
      const snapshot = await collectFrom(github);
      expect(snapshot.complete).toBe(true);
      expect(snapshot.warnings).toMatchObject([
        { code: 'list-unknown', message: expect.stringContaining('labels') as string },
      ]);
    });
  });
});

describe('what can’t be read at all after transient failures', () => {
  test('ends the run, rather than report the rest', async () => {
    await withGitHub([small], server, async (github) => {
      github.fail(serverError(502), { matches: asksFor(/^query Issues/) });
      const error = await collectFrom(github).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ code: 'github-unavailable' });
    });
  });

  test('is a warning where another repository is complete', async () => {
    const other = { name: 'acme/other', pullRequests: [{ mergedAt: second(1) }] };
    await withGitHub([small, other], server, async (github) => {
      const matches = ({ query, variables }: GraphQLRequest) =>
        query.startsWith('query Survey') && Object.values(variables).includes('app');
      github.fail(serverError(502), { matches });
      const snapshot = await collectFrom(github);
      expect(snapshot.warnings).toMatchObject([
        { code: 'repository-unreadable', repository: name },
      ]);
      expect(snapshot.pullRequests).toHaveLength(1);
    });
  });

  test('is only a note about newcomers', async () => {
    await withGitHub([small], server, async (github) => {
      const authors = asksFor(/^query Counts/);
      github.fail(serverError(502), {
        matches: (request) =>
          authors(request) && JSON.stringify(request.variables).includes('author:'),
      });
      const snapshot = await collectFrom(github);
      expect(snapshot.complete).toBe(true);
      expect(snapshot.warnings).toMatchObject([{ code: 'newcomers-unknown', repository: name }]);
      expect(operations(github)['Counts']).toBeLessThan(40);
    });
  });
});
