import { afterEach, describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import type { RepositoryInput } from './data/input.ts';
import type { GitHub } from './server.ts';
import type { TokenInput } from './tokens.ts';
import {
  commitTo,
  createBranch,
  headOf,
  idOf,
  mutate,
  proposed,
  pullRequestInput,
  startForWriting,
} from './writing.ts';

let github: GitHub;
afterEach(() => github.close());

const branch = 'devreport/1';
const all = { token: 'all', as: { kind: 'action' as const } };

/** A pull request that another token opened, then the one under test. */
async function start(input: TokenInput, repository: Partial<RepositoryInput> = {}) {
  const tokens = { tested: input };
  github = await startForWriting(repository, { ...all, tokens });
  return proposed(github, branch);
}

/** What each kind of writing came to. */
async function outcomes(pullRequestId: string): Promise<Record<string, string>> {
  await createBranch(github, 'other');
  await commitTo(github, 'other', { a: 'A' });
  const repositoryId = idOf(github);
  const label = { name: 'new', color: 'ff0000', repositoryId };
  const before = github.mutations.length;
  const inputs = {
    createRef: { repositoryId, name: 'refs/heads/x', oid: headOf(github) },
    createCommitOnBranch: {
      branch: { repositoryNameWithOwner: 'acme/app', branchName: branch },
      expectedHeadOid: headOf(github, branch),
      message: { headline: 'Write' },
    },
    createPullRequest: pullRequestInput(github, 'other'),
    updatePullRequest: { pullRequestId, title: 'New' },
    convertPullRequestToDraft: { pullRequestId },
    createLabel: label,
    createCheckRun: { repositoryId, name: 'check', headSha: headOf(github) },
  };
  for (const [name, input] of Object.entries(inputs))
    await mutate(github, name, input, undefined, 'tested');
  const done = github.mutations.slice(before);
  return Object.fromEntries(done.map(({ name, outcome }) => [name, outcome]));
}

const nothing = {
  createRef: 'FORBIDDEN',
  createCommitOnBranch: 'FORBIDDEN',
  createPullRequest: 'FORBIDDEN',
  updatePullRequest: 'FORBIDDEN',
  convertPullRequestToDraft: 'FORBIDDEN',
  createLabel: 'FORBIDDEN',
  createCheckRun: 'FORBIDDEN',
};

describe('the permissions of an Action', () => {
  test.each<[NonNullable<TokenInput['permissions']>, string[]]>([
    [{}, []],
    [{ contents: 'read', 'pull-requests': 'read' }, []],
    [{ contents: 'write' }, ['createRef', 'createCommitOnBranch']],
    [{ 'pull-requests': 'write' }, ['createPullRequest', 'updatePullRequest', 'createLabel']],
    [{ issues: 'write' }, ['createLabel']],
    [{ checks: 'write' }, ['createCheckRun']],
    [
      { contents: 'write', 'pull-requests': 'write', checks: 'write', workflows: 'write' },
      Object.keys(nothing),
    ],
  ])('%j', async (permissions, allowed) => {
    const id = await start({ kind: 'action', permissions });
    const expected = Object.entries(nothing).map(([name, outcome]) => [
      ...[name, allowed.includes(name) ? 'ok' : outcome],
    ]);
    expect(await outcomes(id)).toEqual(Object.fromEntries(expected));
  });

  test('a refusal reads as on GitHub', async () => {
    const pullRequestId = await start({ kind: 'action', permissions: {} });
    const input = { pullRequestId, title: 'New' };
    expect(await mutate(github, 'updatePullRequest', input, undefined, 'tested')).toMatchObject({
      status: 200,
      data: { updatePullRequest: null },
      errors: [
        {
          ...{ type: 'FORBIDDEN', path: ['updatePullRequest'] },
          message: 'Resource not accessible by integration',
        },
      ],
    });
  });

  test('it never writes workflows, which an App may', async () => {
    await start({ kind: 'app', permissions: { contents: 'write', workflows: 'write' } });
    const files = { '.github/workflows/ci.yml': 'on: push' };
    expect((await commitTo(github, branch, files)).errors?.[0]?.type).toBe('FORBIDDEN');
    expect((await commitTo(github, branch, files, { token: 'tested' })).errors).toBeUndefined();
  });
});

test('a fine-grained personal token is refused in its own words, and makes no check runs', async () => {
  const id = await start({ kind: 'personal', permissions: { contents: 'write', checks: 'write' } });
  expect(await outcomes(id)).toEqual({ ...nothing, createRef: 'ok', createCommitOnBranch: 'ok' });
  const input = pullRequestInput(github, branch);
  const { errors } = await mutate(github, 'createPullRequest', input, undefined, 'tested');
  expect(errors?.[0]?.message).toBe('Resource not accessible by personal access token');
});

test('a classic personal token without the scope is refused before anything else', async () => {
  const pullRequestId = await start({ kind: 'personal', scopes: ['gist'] });
  const input = { pullRequestId, title: 'New' };
  const reply = await mutate(github, 'updatePullRequest', input, undefined, 'tested');
  expect(reply.data).toBeUndefined();
  expect(reply.errors).toMatchObject([{ type: 'INSUFFICIENT_SCOPES' }]);
  expect(reply.errors?.[0]?.message).toMatch(
    "The 'updatePullRequest' field requires one of the following scopes: ['public_repo'], but your token has only been granted the: ['gist'] scopes.",
  );
});

test('a person needs the right to write', async () => {
  const collaborators = { ada: 'READ' as const, grace: 'WRITE' as const };
  const pullRequestId = await start({ kind: 'personal', login: 'ada' }, { collaborators });
  const input = { pullRequestId, title: 'New' };
  const reply = await mutate(github, 'updatePullRequest', input, undefined, 'tested');
  expect(reply.errors).toMatchObject([
    {
      type: 'FORBIDDEN',
      message: 'ada does not have the correct permissions to execute `UpdatePullRequest`',
    },
  ]);
});

test('an archived repository and one out of reach take nothing', async () => {
  github = await startForWriting(
    { isArchived: true },
    { tokens: { elsewhere: { kind: 'app', repositories: ['acme/other'] } } },
  );
  const message = async (token?: string) => {
    const input = { repositoryId: idOf(github), name: 'refs/heads/x', oid: headOf(github) };
    return (await mutate(github, 'createRef', input, undefined, token)).errors?.[0]?.message;
  };
  expect(await message()).toBe('Repository was archived so is read-only.');
  expect(await message('elsewhere')).toBe('Resource not accessible by integration');
});

test('who the viewer is, and what they may', async () => {
  github = await startForWriting(
    { collaborators: { ada: 'MAINTAIN' } },
    {
      tokens: {
        reads: { kind: 'action', permissions: { contents: 'read' } },
        ada: { kind: 'personal', login: 'ada' },
      },
    },
  );
  const query =
    '{ viewer { __typename login } repository(owner: "acme", name: "app") { viewerPermission isArchived } }';
  const seen = async (token: string) => {
    const reply = await ask<{ viewer: object; repository: { viewerPermission: string } }>(
      ...([github, query, {}, { authorization: `bearer ${token}` }] as const),
    );
    return [reply.data.viewer, reply.data.repository.viewerPermission];
  };
  const action = { __typename: 'User', login: 'github-actions[bot]' };
  expect(await seen(github.token)).toEqual([action, 'WRITE']);
  expect(await seen('reads')).toEqual([action, 'READ']);
  expect(await seen('ada')).toEqual([{ __typename: 'User', login: 'ada' }, 'MAINTAIN']);
  expect(github.log.requests.map(({ login }) => login)).toEqual([
    ...['github-actions[bot]', 'github-actions[bot]', 'ada'],
  ]);
});

test('what is private needs a permission to be read, what is public none', async () => {
  const query = `{ repository(owner: "acme", name: "app") { nameWithOwner object(expression: "HEAD:devreport.yml") { __typename } } }`;
  const options = { as: { kind: 'action' as const, permissions: {} } };
  github = await startForWriting({ isPrivate: true }, options);
  expect(await ask(github, query)).toMatchObject({
    data: { repository: { nameWithOwner: 'acme/app', object: null } },
    errors: [{ type: 'FORBIDDEN', path: ['repository', 'object'] }],
  });
  await github.close();
  github = await startForWriting({}, options);
  expect((await ask(github, query)).errors).toBeUndefined();
});

test('GITHUB_TOKEN never sees teams', async () => {
  github = await startForWriting(
    {},
    { data: { teams: [{ organization: 'acme', slug: 'writers' }] } },
  );
  const query = '{ organization(login: "acme") { team(slug: "writers") { id } } }';
  expect((await ask(github, query)).errors).toMatchObject([{ type: 'FORBIDDEN' }]);
});

test('rules can be read: those of rulesets by all, branch protections by people', async () => {
  github = await startForWriting(
    {
      branches: { main: { files: { a: 'A' }, protection: { requiredApprovingReviewCount: 2 } } },
      rulesets: [{ include: ['~ALL'], rules: ['pull_request', { requiredStatusChecks: ['ci'] }] }],
    },
    { tokens: { ada: { kind: 'personal', login: 'ada' } } },
  );
  const query = `{ repository(owner: "acme", name: "app") { ref(qualifiedName: "main") {
    refUpdateRule { viewerCanPush requiredApprovingReviewCount } rules(first: 5) { nodes { type } }
    branchProtectionRule { pattern requiredApprovingReviewCount } } } }`;
  const rules = {
    refUpdateRule: { viewerCanPush: true, requiredApprovingReviewCount: 2 },
    rules: { nodes: [{ type: 'PULL_REQUEST' }, { type: 'REQUIRED_STATUS_CHECKS' }] },
  };
  expect(await ask(github, query)).toMatchObject({
    data: { repository: { ref: { ...rules, branchProtectionRule: null } } },
    errors: [{ type: 'FORBIDDEN', path: ['repository', 'ref', 'branchProtectionRule'] }],
  });
  const { data } = await ask(github, query, {}, { authorization: 'bearer ada' });
  const branchProtectionRule = { pattern: 'main', requiredApprovingReviewCount: 2 };
  expect(data).toEqual({ repository: { ref: { ...rules, branchProtectionRule } } });
});
