import { describe, expect, test } from 'vitest';
import type { PushedInput, RepositoryInput } from '../../github/data/input.ts';
import { fieldLost, failsOn, serverError } from '../../github/failures.ts';
import { nullCursor, repeatedCursor } from '../../github/page-failures.ts';
import {
  collected,
  collectFrom,
  operations,
  second,
  withGitHub,
  yearsLater,
  times,
} from './support.ts';

const name = 'acme/app';
const commit = (n: number, message: string, more: Partial<PushedInput> = {}): PushedInput => ({
  committedDate: second(n),
  author: 'ada',
  message,
  ...more,
});
const merge = (n: number, message: string, ...merges: PushedInput[]) =>
  commit(n, message, { merges });

async function titles(repository: Partial<RepositoryInput>) {
  const { commits, complete, warnings } = await collected([{ name, ...repository }]);
  expect({ complete, warnings }).toEqual({ complete: true, warnings: [] });
  return commits.map(({ title }) => title);
}

test('a commit that was pushed to the default branch', async () => {
  const message =
    'Frob faster\n\nFixes #3.\n\nCo-authored-by: Bob B <4+bob@users.noreply.github.com>';
  const pushes = [commit(5, message, { oid: 'ab'.repeat(20) })];
  const snapshot = await collected([{ name, pushes, issues: [{ number: 3 }] }]);
  expect(snapshot.commits).toEqual([
    {
      repository: name,
      hash: 'ab'.repeat(20),
      title: 'Frob faster',
      author: { login: 'ada', type: 'user' },
      coAuthors: [{ login: 'bob', type: 'user' }],
      at: second(5),
      references: [{ repository: name, number: 3, relation: 'closes', from: 'commit' }],
    },
  ]);
});

test('what takes a pull request back', async () => {
  const message = 'Revert "Fix #13: frob (#35)"\n\nThis reverts commit abcdef0.';
  const { commits } = await collected([{ name, pushes: [commit(1, message)] }]);
  expect(commits[0]?.references).toEqual([
    { repository: name, number: 35, relation: 'reverts', from: 'commit' },
  ]);
});

test.each(['merge', 'squash', 'rebase'] as const)(
  'what a pull request brought by %s is none',
  async (mergeMethod) => {
    const commits = times(40).map((n) => ({ committedDate: second(n), message: `Part ${n}` }));
    expect(
      await titles({
        pullRequests: [{ mergeMethod, mergedAt: second(100), commits }],
        pushes: [commit(200, 'Pushed'), commit(50, 'Earlier')],
      }),
    ).toEqual(['Earlier', 'Pushed']);
  },
);

test('nor is a commit that names a merged pull request', async () => {
  const pushes = [
    commit(5, 'Change it (#1)'),
    commit(6, 'Auto merge of #1 - ada:x, r=grace'),
    commit(7, 'Merge #1 #2'),
    commit(8, 'After #1'),
    commit(9, 'Fix the issue (#7)'),
  ];
  const pullRequests = [{ number: 1, mergedAt: second(4), mergeCommit: null }];
  expect(await titles({ pushes, pullRequests, issues: [{ number: 7 }] })).toEqual([
    'After #1',
    'Fix the issue (#7)',
  ]);
});

describe('of what a push merged', () => {
  test('only the merge counts', async () => {
    expect(
      await titles({
        pushes: [
          commit(1, 'First'),
          merge(9, "Merge branch 'topic'", commit(3, 'Side 1'), commit(8, 'Side 2')),
          commit(10, 'Last'),
        ],
        // On the branch between the two, a commit whose parents nobody has asked for yet.
        pullRequests: [{ mergedAt: second(5), commits: [commit(2, 'Reviewed')] }],
      }),
    ).toEqual(['First', "Merge branch 'topic'", 'Last']);
  });

  test('all counts, when the branch was merged into itself', async () => {
    const pull = "Merge branch 'main' of https://github.com/acme/app";
    const pushes = [commit(1, 'Mine'), merge(9, pull, commit(3, 'Theirs')), commit(10, 'Last')];
    expect(await titles({ pushes })).toEqual(['Mine', 'Theirs', 'Last']);
  });

  test('only the merge counts, when it is that of a fork', async () => {
    const pull = "Merge branch 'main' of https://github.com/ada/app";
    expect(await titles({ pushes: [merge(9, pull, commit(3, 'Theirs'))] })).toEqual([pull]);
  });
});

test('only what was committed inside the period, however long ago', async () => {
  const pushes = [
    commit(-1, 'Before'),
    commit(0, 'First'),
    commit(7 * 86_400 - 1, 'Last'),
    commit(7 * 86_400, 'After'),
  ];
  const { commits } = await collected([{ name, pushes }], { now: yearsLater });
  expect(commits.map(({ title }) => title)).toEqual(['First', 'Last']);
});

test('a project without pull requests has them all, in few requests', async () => {
  const pushes = times(930).map((n) => commit(n * 600, `Commit ${n}`));
  await withGitHub([{ name, pushes }], {}, async (github) => {
    const { commits, complete } = await collectFrom(github);
    expect(complete).toBe(true);
    expect(commits.map(({ title }) => title)).toEqual(pushes.map(({ message }) => message));
    const { History = 0, Commits = 0 } = operations(github);
    expect(History + Commits).toBeLessThanOrEqual(7);
    expect(github.log.points).toBeLessThan(50);
  });
});

test('repositories of an organisation that have nothing but commits are in the report', async () => {
  await withGitHub(
    [{ name, pushes: [commit(1, 'Pushed')], pushedAt: second(1) }],
    {},
    async (github) => {
      const snapshot = await collectFrom(github, { organizations: ['acme'] }, []);
      expect(snapshot.repositories).toEqual([name]);
      expect(snapshot.commits).toHaveLength(1);
    },
  );
});

describe('what can be missing', () => {
  test('an empty repository has none, without a warning', async () => {
    expect(await titles({ isEmpty: true })).toEqual([]);
  });

  test.each([['defaultBranchRef'], ['defaultBranchRef', 'target']])(
    'a token that may not see %s: a note',
    async (...path) => {
      const pushes = [commit(1, 'Pushed')];
      await withGitHub([{ name, pushes }], {}, async (github) => {
        for (const field of ['f0', 'f1', 'f2']) {
          const error = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' };
          github.fail(fieldLost([field, ...path], error), {
            matches: ({ query }) => query.includes('defaultBranchRef'),
          });
        }
        expect(await collectFrom(github)).toMatchObject({
          complete: true,
          commits: [],
          warnings: [{ code: 'list-unknown', repository: name }],
        });
      });
    },
  );

  const pushes = times(250).map((n) => commit(n, `Commit ${n}`));
  test.each([
    ['a null cursor', nullCursor('Commit.history')],
    ['a cursor that repeats', repeatedCursor('Commit.history')],
    ['a failure', failsOn('"committedDate"', serverError(502))],
  ])('a list that is cut by %s: the report is incomplete', async (_, failure) => {
    await withGitHub([{ name, pushes }], {}, async (github) => {
      github.fail(failure, { matches: ({ query }) => query.startsWith('query History') });
      const { complete, warnings } = await collectFrom(github);
      const message = expect.stringContaining(
        'The list of commits to main is incomplete',
      ) as string;
      expect({ complete, warnings }).toEqual({
        complete: false,
        warnings: [{ code: 'list-cut', message, repository: name }],
      });
    });
  });

  test('commits that GitHub no longer has, after a forced push', async () => {
    await withGitHub([{ name, pushes: pushes.slice(0, 3) }], {}, async (github) => {
      github.fail(
        fieldLost(['f0', 0], { type: 'NOT_FOUND', message: 'Could not resolve to a node.' }),
        { matches: ({ query }) => query.startsWith('query Commits') },
      );
      const { commits, complete } = await collectFrom(github);
      expect(commits).toHaveLength(2);
      expect(complete).toBe(false);
    });
  });
});

test('any text in messages', async () => {
  const message = `${'‮{{x}}<b>\u0000'.repeat(30_000)}\n\n${'Reverts #'.repeat(30_000)}`;
  const { commits } = await collected([{ name, pushes: [commit(1, message), commit(2, '\n\n')] }]);
  expect(commits.map(({ title }) => title.length)).toEqual([1_000, 0]);
});
