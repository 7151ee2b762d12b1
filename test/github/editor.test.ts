import { afterEach, expect, test } from 'vitest';
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

const name = 'acme/app';
const branch = 'devreport/1';
const pull = () => github.data.find('acme/app#1');

test('commits, on a branch that is protected against others', async () => {
  github = await startForWriting(
    { rulesets: [{ include: ['~ALL'], rules: ['pull_request'] }] },
    { now: '2024-01-08T06:00:00Z' },
  );
  const { oid, message, author, committedDate } = github.editor.commit(
    ...([name, 'main', { 'a.md': 'A', 'devreport.yml': null }] as const),
    { message: 'Rewrite', author: 'ada' },
  );
  expect(headOf(github)).toBe(oid);
  expect([message, author.name, committedDate]).toEqual(['Rewrite', 'ada', '2024-01-08T06:00:00Z']);
  expect(github.editor.read(name, 'main', 'a.md')).toBe('A');
  expect(github.editor.read(name, 'main', 'devreport.yml')).toBeNull();
});

test('edits, closes and reopens a pull request', async () => {
  github = await startForWriting();
  await proposed(github, branch);
  github.editor.edit('acme/app#1', { body: 'Words', isDraft: false, labels: ['mine'] });
  github.editor.close('acme/app#1');
  expect(pull()).toMatchObject({ body: 'Words', state: 'CLOSED', labelNames: ['mine'] });
  github.editor.reopen('acme/app#1');
  expect(pull()).toMatchObject({ state: 'OPEN' });
});

test.each(['merge', 'squash'] as const)('merges by %s, and deletes the branch', async (method) => {
  github = await startForWriting();
  await proposed(github, branch);
  github.editor.commit(name, 'main', { 'other.md': 'Other' });
  github.editor.merge('acme/app#1', { method, deletes: true, by: 'ada' });
  expect(pull()).toMatchObject({ state: 'MERGED', mergedBy: { login: 'ada' } });
  expect(headOf(github, branch)).toBe('');
  const read = (path: string) => github.editor.read(name, 'main', path);
  expect([read('reports/1.md'), read('other.md')]).toEqual(['One\n', 'Other']);
  const query = `{ repository(owner: "acme", name: "app") { pullRequest(number: 1) { mergeCommit { oid parents(first: 3) { totalCount } } headRefOid headRef { name } }
    defaultBranchRef { target { oid ... on Commit { history(first: 9) { totalCount } } } } } }`;
  expect((await ask(github, query)).data).toMatchObject({
    repository: {
      pullRequest: {
        mergeCommit: { oid: headOf(github), parents: { totalCount: method === 'merge' ? 2 : 1 } },
        headRef: null,
      },
      defaultBranchRef: {
        target: { oid: headOf(github), history: { totalCount: method === 'merge' ? 4 : 3 } },
      },
    },
  });
});

test('cannot merge what both sides changed', async () => {
  github = await startForWriting();
  await proposed(github, branch);
  github.editor.commit(name, 'main', { 'reports/1.md': 'Mine\n' });
  expect(() => github.editor.merge('acme/app#1')).toThrow('conflict in reports/1.md');
});

test('deletes a branch, which closes what was open from it', async () => {
  github = await startForWriting();
  await proposed(github, branch);
  github.editor.deleteBranch(name, branch);
  expect(pull()).toMatchObject({ state: 'CLOSED', headRef: null });
});

test('renames a branch: closes what was open from it, and moves what was to go into it', async () => {
  github = await startForWriting();
  await proposed(github, branch);
  github.editor.renameBranch(name, 'main', 'trunk');
  expect(pull()).toMatchObject({ state: 'OPEN', baseRefName: 'trunk' });
  github.editor.renameBranch(name, branch, 'mine');
  expect(pull()).toMatchObject({ state: 'CLOSED', headRefName: branch });
  expect(github.editor.read(name, 'mine', 'reports/1.md')).toBe('One\n');
});

test('has branches and pull requests of somebody else', async () => {
  github = await startForWriting();
  github.editor.createBranch(name, branch, { files: { 'x.md': 'X' }, author: 'eve' });
  github.editor.open(name, branch, { title: 'Not yours' });
  expect(pull()).toMatchObject({ title: 'Not yours', headRefName: branch, changedFiles: 1 });
  const again = await mutate(github, 'createPullRequest', pullRequestInput(github, branch));
  expect(again.errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
});

test('pushes by force: the commits before are gone from the branch', async () => {
  github = await startForWriting();
  await proposed(github, branch);
  const before = headOf(github, branch);
  github.editor.forcePush(name, branch, { 'reports/1.md': 'Amended\n' });
  expect(github.editor.read(name, branch, 'reports/1.md')).toBe('Amended\n');
  const commits = github.data.repository(name)?.git;
  expect(commits?.head(branch)?.parentOids).toEqual([headOf(github)]);
  const reply = await commitTo(github, branch, { a: 'A' }, { expectedHeadOid: before });
  expect(reply.errors).toMatchObject([{ type: 'STALE_DATA' }]);
});

test('comes in between, before a mutation or after it, as often as wanted', async () => {
  github = await startForWriting();
  await createBranch(github, branch);
  const edit = (text: string) => github.editor.commit(name, branch, { 'edited.md': text });
  const stop = github.beforeMutation('createCommitOnBranch', ({ input }) => {
    edit(`before ${String(input['expectedHeadOid'])}`);
  });
  const first = headOf(github, branch);
  expect((await commitTo(github, branch, { a: 'A' })).errors).toMatchObject([
    { type: 'STALE_DATA' },
  ]);
  expect(github.editor.read(name, branch, 'edited.md')).toBe(`before ${first}`);
  stop();
  github.afterMutation('createCommitOnBranch', () => edit('after'));
  const { data } = await commitTo(github, branch, { a: 'A' });
  // The answer has the commit that was made, and the branch has moved on.
  expect(data?.['createCommitOnBranch']).not.toMatchObject({
    commit: { oid: headOf(github, branch) },
  });
  expect(github.editor.read(name, branch, 'edited.md')).toBe('after');
});
