import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { RepositoryInput } from './data/input.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(repository: Partial<RepositoryInput>) {
  const repositories = [{ name: 'acme/app', ...repository }];
  github = await startGitHub({ data: dataSet({ repositories }) });
}

async function repository<T>(selection: string, variables = {}, types = ''): Promise<T> {
  const query = `query Read${types} { repository(owner: "acme", name: "app") { ${selection} } }`;
  const { data, errors } = await ask<{ repository: T }>(github, query, variables);
  expect(errors).toBeUndefined();
  return data.repository;
}

interface Found {
  text: string;
  entries: object[];
}

function object(expression: string, selection: string): Promise<{ object: Found }> {
  const field = `object(expression: $expression) { ${selection} }`;
  return repository(field, { expression }, '($expression: String!)');
}

const blob = '__typename oid ... on Blob { text byteSize isBinary isTruncated }';
const tree = '... on Tree { entries { name path mode type size oid } }';

test('a file of a branch has the hash that git gives it', async () => {
  await start({ branches: { main: { files: { 'reports/a.md': 'hello\n' } } } });
  expect(await object('main:reports/a.md', blob)).toEqual({
    object: {
      __typename: 'Blob',
      oid: 'ce013625030ba8dba906f756967f9e9ca394464a',
      text: 'hello\n',
      byteSize: 6,
      isBinary: false,
      isTruncated: false,
    },
  });
});

test('a tree lists files, folders, links, programs and submodules, in git’s order', async () => {
  const submodule = 'a'.repeat(40);
  await start({
    branches: {
      main: {
        files: {
          'b/c/d': 'x',
          'b.txt': 'hello',
          b0: { symlink: 'b.txt' },
          run: { content: '#!/bin/sh\n', executable: true },
          sub: { submodule },
        },
      },
    },
  });
  const { object: root } = await object('HEAD:', tree);
  expect(root.entries).toMatchObject([
    { name: 'b.txt', path: 'b.txt', mode: 0o100644, type: 'blob', size: 5 },
    { name: 'b', path: 'b', mode: 0o040000, type: 'tree', size: 0 },
    { name: 'b0', mode: 0o120000, type: 'blob', size: 5 },
    { name: 'run', mode: 0o100755, type: 'blob' },
    { name: 'sub', mode: 0o160000, type: 'commit', oid: submodule },
  ]);
  const nested = await object('main:b/c', tree);
  expect(nested.object.entries).toMatchObject([{ name: 'd', path: 'b/c/d' }]);
  expect(await object('main:b0', blob)).toMatchObject({ object: { text: 'b.txt' } });
});

test.each(['main:nothing', 'main:a/b', 'gone:a', 'main:a/', '0'.repeat(40), 'main:/a'])(
  '%s is null, without an error',
  async (expression) => {
    await start({ branches: { main: { files: { a: 'A' } } } });
    expect(await object(expression, '__typename')).toEqual({ object: null });
  },
);

test('a binary file has no text, and a large one a part of it', async () => {
  const files = { binary: Buffer.from([1, 0, 2]), large: `${'x'.repeat(511_999)}éy` };
  await start({ branches: { main: { files } } });
  expect(await object('main:binary', blob)).toMatchObject({
    object: { text: null, isBinary: true },
  });
  const { object: large } = await object('main:large', blob);
  expect(large).toMatchObject({ isTruncated: true, byteSize: 512_002 });
  expect(large.text).toBe('x'.repeat(511_999));
});

test('a ref has its commit, and a commit its tree, its files and its history', async () => {
  await start({
    branches: {
      main: { files: { a: 'A' }, message: 'Begin' },
      'devreport/2017-05-01': {
        from: 'main',
        files: { a: null, b: 'B' },
        message: 'Draft\n\nBody',
        author: 'ada',
        committedDate: '2017-05-08T10:00:00Z',
      },
    },
  });
  const selection = `
    id defaultBranchRef { name target { oid } }
    ref(qualifiedName: "refs/heads/devreport/2017-05-01") {
      id name prefix repository { nameWithOwner }
      target { oid ... on Commit { messageHeadline messageBody author { name user { login } }
        tree { oid } a: file(path: "a") { path } b: file(path: "b") { path object { ... on Blob { text } } }
        parents(first: 5) { nodes { oid } }
        history(first: 5) { nodes { messageHeadline } }
        ofB: history(first: 5, path: "b") { totalCount } } }
      compare(headRef: "main") { aheadBy behindBy status }
    }
    short: ref(qualifiedName: "main") { name }
    head: ref(qualifiedName: "HEAD") { name }
    none: ref(qualifiedName: "refs/heads/none") { name }
    refs(refPrefix: "refs/heads/", query: "devreport", first: 5) { nodes { name } }`;
  const answer = await repository<{ defaultBranchRef: { target: { oid: string } } }>(selection);
  const { oid } = answer.defaultBranchRef.target;
  expect(oid).toMatch(/^[0-9a-f]{40}$/);
  expect(answer).toMatchObject({
    defaultBranchRef: { name: 'main' },
    ref: {
      name: 'devreport/2017-05-01',
      prefix: 'refs/heads/',
      repository: { nameWithOwner: 'acme/app' },
      target: {
        messageHeadline: 'Draft',
        messageBody: 'Body',
        author: { name: 'ada', user: { login: 'ada' } },
        a: null,
        b: { path: 'b', object: { text: 'B' } },
        parents: { nodes: [{ oid }] },
        history: { nodes: [{ messageHeadline: 'Draft' }, { messageHeadline: 'Begin' }] },
        ofB: { totalCount: 1 },
      },
      compare: { aheadBy: 0, behindBy: 1, status: 'BEHIND' },
    },
    short: { name: 'main' },
    head: null,
    none: null,
    refs: { nodes: [{ name: 'devreport/2017-05-01' }] },
  });
  expect(await object(`${oid}:a`, blob)).toMatchObject({ object: { text: 'A' } });
  expect(await object(oid, '__typename')).toEqual({ object: { __typename: 'Commit' } });
});

test('commits and trees have git’s own hashes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-git-'));
  try {
    const date = '2017-05-08T10:00:00Z';
    const env = {
      ...{ GIT_AUTHOR_NAME: 'ada', GIT_AUTHOR_EMAIL: 'ada@example.com', GIT_AUTHOR_DATE: date },
      ...{ GIT_COMMITTER_NAME: 'ada', GIT_COMMITTER_EMAIL: 'ada@example.com' },
      ...{ GIT_COMMITTER_DATE: date, PATH: process.env['PATH'], TZ: 'UTC' },
    };
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, env }).toString().trim();
    git('init', '-q');
    for (const [name, text] of [
      ['a.txt', 'A'],
      ['a', 'B'],
    ] as const)
      writeFileSync(join(folder, name), text);
    git('add', '.');
    const real = git('commit-tree', git('write-tree'), '-m', 'Begin');
    const files = { 'a.txt': 'A', a: 'B' };
    const input = { files, message: 'Begin\n', author: 'ada', committedDate: date };
    await start({ branches: { main: input } });
    const answer = await repository('defaultBranchRef { target { oid } }');
    expect(answer).toEqual({ defaultBranchRef: { target: { oid: real } } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('a repository whose data do not say what is in it', () => {
  test('has no files', async () => {
    await start({});
    expect(await object('HEAD:devreport.yml', blob)).toEqual({ object: null });
  });

  test('does not answer for a branch', async () => {
    await start({ branches: ['stable'] });
    const query = `{ repository(owner: "acme", name: "app") { ref(qualifiedName: "stable") { target { oid } } } }`;
    expect(await ask(github, query)).toMatchObject({
      status: 500,
      message: 'FIXTURE: At repository.ref.target: The data do not say what is on stable',
    });
    await expect(github.close()).rejects.toThrow('on stable');
    await start({});
  });
});

test('what was merged before the first commit with files is still in the history', async () => {
  await start({
    branches: {
      main: { files: { a: 'A' }, committedDate: '2017-06-01T00:00:00Z', message: 'Last' },
    },
    pushes: [{ message: 'Pushed', committedDate: '2017-05-02T00:00:00Z' }],
    pullRequests: [{ number: 1, mergedAt: '2017-05-03T00:00:00Z', mergeMethod: 'squash' }],
  });
  const answer = await repository(
    'defaultBranchRef { target { ... on Commit { history(first: 9) { nodes { messageHeadline } } } } }',
  );
  const headlines = ['Last', 'Item 1 (#1)', 'Pushed'];
  expect(answer).toEqual({
    defaultBranchRef: {
      target: { history: { nodes: headlines.map((messageHeadline) => ({ messageHeadline })) } },
    },
  });
});
