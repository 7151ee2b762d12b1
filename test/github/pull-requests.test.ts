import { afterEach, describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import type { GitHub } from './server.ts';
import {
  commitTo,
  createBranch,
  headOf,
  mutate,
  proposed,
  pullRequestInput,
  startForWriting,
} from './writing.ts';

let github: GitHub;
afterEach(() => github.close());

const branch = 'devreport/1';

async function read<T>(selection: string): Promise<T> {
  const query = `{ repository(owner: "acme", name: "app") { ${selection} } }`;
  const { data, errors } = await ask<{ repository: T }>(github, query);
  expect(errors).toBeUndefined();
  return data.repository;
}

function refused(name: string, message: string, type = 'UNPROCESSABLE') {
  return { status: 200, data: { [name]: null }, errors: [{ type, path: [name], message }] };
}

const fields = `number url title body isDraft state headRefName headRefOid baseRefName isCrossRepository
  headRepository { nameWithOwner } author { __typename login } mergedAt closedAt updatedAt changedFiles additions
  headRef { name } milestone { title } labels(first: 5) { nodes { name } } assignees(first: 5) { nodes { login } }
  commits(first: 5) { nodes { commit { oid messageHeadline } } } files(first: 5) { nodes { path additions changeType } }`;
const byHead = `pullRequests(headRefName: "${branch}", baseRefName: "main", states: [OPEN], first: 5) { nodes { ${fields} } }`;

describe('createPullRequest', () => {
  const create = (more: object = {}, selection?: string, token?: string) =>
    mutate(github, 'createPullRequest', pullRequestInput(github, branch, more), selection, token);
  const refuses = (message: string, type?: string) => refused('createPullRequest', message, type);
  const prepare = async () => {
    await createBranch(github, branch);
    await commitTo(github, branch, { 'reports/1.md': 'One\nTwo\n' });
  };

  test('opens a draft, which queries then find by its head', async () => {
    github = await startForWriting({}, { now: '2024-01-08T06:00:00Z' });
    await prepare();
    const reply = await create({ draft: true, body: 'Hello' }, `pullRequest { ${fields} }`);
    const pull = {
      number: 1,
      url: 'https://github.com/acme/app/pull/1',
      title: 'Report',
      body: 'Hello',
      isDraft: true,
      state: 'OPEN',
      headRefName: branch,
      headRefOid: headOf(github, branch),
      headRef: { name: branch },
      baseRefName: 'main',
      isCrossRepository: false,
      headRepository: { nameWithOwner: 'acme/app' },
      author: { __typename: 'Bot', login: 'github-actions' },
      mergedAt: null,
      closedAt: null,
      updatedAt: '2024-01-08T06:00:00Z',
      changedFiles: 1,
      additions: 2,
      milestone: null,
      labels: { nodes: [] },
      assignees: { nodes: [] },
      commits: {
        nodes: [{ commit: { oid: headOf(github, branch), messageHeadline: 'Write' } }],
      },
      files: { nodes: [{ path: 'reports/1.md', additions: 2, changeType: 'ADDED' }] },
    };
    expect(reply.data).toEqual({ createPullRequest: { pullRequest: pull } });
    expect(await read(byHead)).toEqual({ pullRequests: { nodes: [pull] } });
    const ref = `ref(qualifiedName: "${branch}") { associatedPullRequests(first: 5) { nodes { number } } }`;
    expect(await read(ref)).toEqual({
      ref: { associatedPullRequests: { nodes: [{ number: 1 }] } },
    });
  });

  test('refuses a second one', async () => {
    github = await startForWriting();
    await prepare();
    await create();
    const exists = refuses(`A pull request already exists for acme:${branch}.`);
    expect(await create()).toMatchObject(exists);
    github.editor.close('acme/app#1');
    expect((await create()).errors).toBeUndefined();
  });

  test('refuses a branch without commits of its own, and one that there is not', async () => {
    github = await startForWriting();
    const missing = `Head sha can't be blank, Base sha can't be blank, No commits between main and ${branch}, Head ref must be a branch`;
    expect(await create()).toMatchObject(refuses(missing));
    await createBranch(github, branch);
    expect(await create()).toMatchObject(refuses(`No commits between main and ${branch}`));
  });

  test.each([
    [{ title: ' ' }, "Title can't be blank"],
    [{ title: 'x'.repeat(257) }, 'Title is too long (maximum is 256 characters)'],
    [{ body: 'x'.repeat(65_537) }, 'Body is too long (maximum is 65536 characters)'],
  ])('refuses texts that are too long, or blank (%#)', async (more, message) => {
    github = await startForWriting();
    await prepare();
    expect(await create(more)).toMatchObject(refuses(message));
    expect(
      (await create({ title: 'x'.repeat(256), body: 'x'.repeat(65_536) })).errors,
    ).toBeUndefined();
  });

  test('is not for Actions where that setting is off, but for Apps', async () => {
    github = await startForWriting(
      { actionsMayCreatePullRequests: false },
      { tokens: { app: { kind: 'app' } } },
    );
    await prepare();
    const message = 'GitHub Actions is not permitted to create or approve pull requests';
    expect(await create()).toMatchObject(refuses(message, 'FORBIDDEN'));
    const { data } = await create({}, 'pullRequest { author { login } }', 'app');
    expect(data).toEqual({ createPullRequest: { pullRequest: { author: { login: 'some-app' } } } });
  });

  test('refuses drafts where the plan has none', async () => {
    github = await startForWriting({ hasDrafts: false });
    await prepare();
    const message = 'Draft pull requests are not supported in this repository.';
    expect(await create({ draft: true })).toMatchObject(refuses(message));
  });
});

test('a pull request follows its branch', async () => {
  github = await startForWriting({}, { now: '2024-01-08T06:00:00Z' });
  await proposed(github, branch);
  github.now = '2024-01-09T06:00:00Z';
  github.editor.commit('acme/app', branch, { 'reports/1.md': 'Edited\n' }, { author: 'ada' });
  expect(await read(byHead)).toMatchObject({
    pullRequests: {
      nodes: [
        {
          headRefOid: headOf(github, branch),
          updatedAt: '2024-01-09T06:00:00Z',
          commits: {
            nodes: [
              { commit: { messageHeadline: 'Write' } },
              { commit: { messageHeadline: 'Edit' } },
            ],
          },
        },
      ],
    },
  });
});

test('pull requests of the data answer like those of mutations, those from forks under the same name', async () => {
  github = await startForWriting({
    branches: {
      main: { files: { a: 'A' } },
      [branch]: { from: 'main', files: { b: 'B' }, message: 'By hand', author: 'ada' },
    },
    pullRequests: [
      { number: 1, headRefName: branch, title: 'Ours', createdAt: '2017-05-01T00:00:00Z' },
      { number: 2, headRefName: branch, title: 'Theirs', headRepository: 'eve/app' },
    ],
  });
  expect(await read(byHead)).toMatchObject({
    pullRequests: {
      nodes: [
        {
          ...{ title: 'Theirs', isCrossRepository: true, headRef: null },
          headRepository: { nameWithOwner: 'eve/app' },
        },
        {
          ...{ title: 'Ours', isCrossRepository: false, headRefOid: headOf(github, branch) },
          commits: { nodes: [{ commit: { messageHeadline: 'By hand' } }] },
          files: { nodes: [{ path: 'b', changeType: 'ADDED' }] },
          updatedAt: '2017-05-01T00:00:00Z',
        },
      ],
    },
  });
});

test('a draft is made ready, and a draft again; a pull request is closed once', async () => {
  github = await startForWriting();
  const pullRequestId = await proposed(github, branch);
  const states: unknown[] = [];
  for (const name of [
    'convertPullRequestToDraft',
    'markPullRequestReadyForReview',
    'closePullRequest',
  ]) {
    const { data } = await mutate<{ pullRequest: object }>(
      github,
      name,
      { pullRequestId },
      'pullRequest { isDraft state }',
    );
    states.push(data?.[name]?.pullRequest);
  }
  expect(states).toEqual([
    { isDraft: true, state: 'OPEN' },
    { isDraft: false, state: 'OPEN' },
    { isDraft: false, state: 'CLOSED' },
  ]);
  const again = await mutate(github, 'closePullRequest', { pullRequestId });
  expect(again).toMatchObject(refused('closePullRequest', 'Could not close the pull request.'));
});
