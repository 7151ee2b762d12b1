import { afterEach, describe, expect, test } from 'vitest';
import type { RepositoryInput } from './data/input.ts';
import type { GitHub } from './server.ts';
import { commitTo, createBranch, headOf, idOf, mutate, startForWriting } from './writing.ts';

let github: GitHub;
afterEach(() => github.close());

const branch = 'devreport/2017-05-01';
const read = (path: string, on = branch) => github.editor.read('acme/app', on, path);

function refusal(name: string, type: string, message: string) {
  return { status: 200, data: { [name]: null }, errors: [{ type, path: [name], message }] };
}

describe('createRef', () => {
  const refuses = (message: string) => refusal('createRef', 'UNPROCESSABLE', message);

  test('makes a branch at a commit', async () => {
    github = await startForWriting();
    const oid = headOf(github);
    expect((await createBranch(github, branch)).data).toMatchObject({
      createRef: { ref: { name: branch, target: { oid } } },
    });
    expect(headOf(github, branch)).toBe(oid);
  });

  test('refuses a branch that exists', async () => {
    github = await startForWriting();
    const exists = refuses('A ref named "refs/heads/main" already exists in the repository.');
    expect(await createBranch(github, 'main')).toMatchObject(exists);
  });

  test.each(['a..b', 'a b', 'x.lock', '.a', 'a/', 'main/sub'])('refuses %s', async (name) => {
    github = await startForWriting();
    expect(await createBranch(github, name)).toMatchObject(refuses('Ref cannot be created.'));
  });

  test('refuses a commit that there is not', async () => {
    github = await startForWriting();
    const input = { repositoryId: idOf(github), name: 'refs/heads/x', oid: '0'.repeat(40) };
    expect(await mutate(github, 'createRef', input)).toMatchObject(
      refuses('Object does not exist'),
    );
  });

  test('deleteRef deletes it', async () => {
    github = await startForWriting();
    await createBranch(github, branch);
    const refId = github.data.repository('acme/app')?.branch(branch)?.id;
    expect((await mutate(github, 'deleteRef', { refId })).errors).toBeUndefined();
    expect(headOf(github, branch)).toBe('');
  });
});

describe('createCommitOnBranch', () => {
  const refuses = (type: string, message: string) => refusal('createCommitOnBranch', type, message);

  test('writes and deletes files in one signed commit', async () => {
    github = await startForWriting();
    await createBranch(github, branch);
    const reply = await commitTo(github, branch, { 'reports/a.md': 'Ä\n', 'devreport.yml': null });
    const oid = headOf(github, branch);
    expect(reply.data).toEqual({
      createCommitOnBranch: {
        commit: {
          oid,
          message: 'Write\n\nWhy',
          author: {
            name: 'github-actions[bot]',
            email: '41898282+github-actions[bot]@users.noreply.github.com',
          },
          committer: { name: 'GitHub' },
          signature: { isValid: true, wasSignedByGitHub: true },
        },
        ref: { name: branch, target: { oid } },
      },
    });
    expect([read('reports/a.md'), read('devreport.yml')]).toEqual(['Ä\n', null]);
    expect(read('devreport.yml', 'main')).toBe('version: 1\n');
  });

  test('finds a branch by its id, too', async () => {
    github = await startForWriting();
    const id = github.data.repository('acme/app')?.branch('main')?.id;
    const input = {
      ...{ branch: { id }, expectedHeadOid: headOf(github), message: { headline: 'Nothing' } },
    };
    const reply = await mutate(github, 'createCommitOnBranch', input, 'ref { name }');
    expect(reply.data).toEqual({ createCommitOnBranch: { ref: { name: 'main' } } });
  });

  test('refuses when somebody was quicker, and changes nothing', async () => {
    github = await startForWriting();
    await createBranch(github, branch);
    const expectedHeadOid = headOf(github, branch);
    github.beforeMutation('createCommitOnBranch', () =>
      github.editor.commit('acme/app', branch, { 'reports/a.md': 'Edited\n' }),
    );
    const reply = await commitTo(github, branch, { 'reports/a.md': 'A' }, { expectedHeadOid });
    const message = `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`;
    expect(reply).toMatchObject(refuses('STALE_DATA', message));
    expect(read('reports/a.md')).toBe('Edited\n');
  });

  test('refuses a branch that there is not, and one that was deleted', async () => {
    github = await startForWriting();
    const missing = refuses('NOT_FOUND', 'Branch not found');
    const expectedHeadOid = headOf(github);
    expect(await commitTo(github, branch, { a: 'A' }, { expectedHeadOid })).toMatchObject(missing);
    await createBranch(github, branch);
    github.editor.deleteBranch('acme/app', branch);
    expect(await commitTo(github, branch, { a: 'A' }, { expectedHeadOid })).toMatchObject(missing);
  });

  test('refuses to delete what there is not', async () => {
    github = await startForWriting();
    const oid = headOf(github);
    const message = `A path was requested for deletion which does not exist as of commit oid \`${oid}\``;
    const reply = await commitTo(github, 'main', { 'none.md': null });
    expect(reply).toMatchObject(refuses('NOT_FOUND', message));
  });

  test('refuses workflows, which an Action may never write', async () => {
    github = await startForWriting();
    const reply = await commitTo(github, 'main', { '.github/workflows/ci.yml': 'on: push' });
    const message =
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission';
    expect(reply).toMatchObject(refuses('FORBIDDEN', message));
  });

  const protections: [string, Partial<RepositoryInput>, string][] = [
    [
      'a branch protection with reviews',
      {
        branches: { main: { files: { a: 'A' }, protection: { requiredApprovingReviewCount: 1 } } },
      },
      "protected branch 'main' check failed:\nAt least 1 approving review is required by reviewers with write access.",
    ],
    [
      'a ruleset that wants pull requests',
      { rulesets: [{ include: ['~DEFAULT_BRANCH'], rules: ['pull_request'] }] },
      'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    ],
    [
      'a ruleset that wants checks',
      { rulesets: [{ include: ['refs/heads/m*'], rules: [{ requiredStatusChecks: ['a', 'b'] }] }] },
      'Repository rule violations found\n\n2 of 2 required status checks are expected.\n\n',
    ],
  ];
  test.each(protections)('is refused by %s', async (_, repository, message) => {
    github = await startForWriting(repository);
    expect(await commitTo(github, 'main', { b: 'B' })).toMatchObject(refuses('FORBIDDEN', message));
    expect(read('b', 'main')).toBeNull();
  });

  test('a ruleset holds for the branches it names, and not for those who may bypass it', async () => {
    const include = ['refs/heads/devreport/*'];
    const bypass = ['some-app[bot]'];
    github = await startForWriting(
      { rulesets: [{ include, rules: ['creation'], bypass }] },
      { tokens: { app: { kind: 'app' } } },
    );
    const message =
      'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n';
    expect(await createBranch(github, branch)).toMatchObject(
      refusal('createRef', 'FORBIDDEN', message),
    );
    expect((await createBranch(github, 'other')).errors).toBeUndefined();
    const input = { repositoryId: idOf(github), name: `refs/heads/${branch}`, oid: headOf(github) };
    const byApp = await mutate(github, 'createRef', input, 'ref { name }', 'app');
    expect(byApp.data).toEqual({ createRef: { ref: { name: branch } } });
  });

  test.each(['/a', '../a', 'a//b', '.git/config', 'devreport.yml/a'])(
    'does not know what GitHub makes of a file at %s',
    async (path) => {
      github = await startForWriting();
      expect((await commitTo(github, 'main', { [path]: 'A' })).status).toBe(500);
      await expect(github.close()).rejects.toThrow();
      github = await startForWriting();
    },
  );
});

test('nothing moves a branch over what people committed: updateRef fails the test', async () => {
  github = await startForWriting();
  const refId = github.data.repository('acme/app')?.branch('main')?.id;
  const input = { refId, oid: headOf(github), force: true };
  expect((await mutate(github, 'updateRef', input)).status).toBe(500);
  expect(github.mutations).toMatchObject([{ name: 'updateRef', input, outcome: 'fixture-error' }]);
  await expect(github.close()).rejects.toThrow('nobody may do that');
  github = await startForWriting();
});

test('every mutation is recorded, with its request and what came of it', async () => {
  github = await startForWriting();
  await createBranch(github, branch);
  await createBranch(github, branch);
  await commitTo(github, branch, { a: 'A' });
  expect(github.mutations.map(({ name, request, outcome }) => [name, request, outcome])).toEqual([
    ['createRef', 1, 'ok'],
    ['createRef', 2, 'UNPROCESSABLE'],
    ['createCommitOnBranch', 3, 'ok'],
  ]);
  expect(github.mutations[0]?.input).toMatchObject({ name: `refs/heads/${branch}` });
  expect(github.log.requests.map(({ mutations }) => mutations)).toEqual([
    ...[['createRef'], ['createRef'], ['createCommitOnBranch']],
  ]);
});
