import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/collect/source.ts';
import { snapshotSchema } from '../../../src/snapshot/schema.ts';
import { AUTHOR, begun, collect, collectOne, git, GITHUB, temporary, WEEK } from './repository.ts';

const at = '2017-05-03T12:00:00Z';

it('includes cited pull requests that were merged before the period, without activity', async () => {
  const history = begun();
  history.merge({ number: 1, head: 'ada/one', title: 'One', at: '2017-04-02T00:00:00Z' });
  history.merge({ number: 2, head: 'ada/two', title: 'Two', at: '2017-04-03T00:00:00Z' });
  history.merge({
    number: 3,
    head: 'ada/old',
    title: 'Of the old project',
    at: '2017-04-04T00:00:00Z',
  });
  history.merge({ number: 3, head: 'ada/new', title: 'Three', at });
  history.merge({ number: 4, head: 'ada/four', title: 'Four', at: '2017-05-08T00:00:00Z' });
  const { pullRequests } = await collect(history.write(), { cited: [1, 3, 4] });
  expect(
    pullRequests.map(({ number, title, mergedAt, activity }) => [
      number,
      title,
      mergedAt,
      activity.length,
    ]),
  ).toEqual([
    [1, 'One', '2017-04-02T00:00:00Z', 0],
    [3, 'Three', at, 1],
  ]);
});

describe('a merge made on GitHub', () => {
  it('has every fact that a clone records', async () => {
    const history = begun({ 'README.md': 'a\nb\nc\n' });
    history.merge({
      ...{ number: 1757, head: 'rneugeba/kernel-build', title: 'Simplify the kernel build', at },
      body: 'Fixes #1746, see moby/tool#15 and #1757\n\n**- Description for the changelog**\n\nKernels build',
      merger: 'Justin <1234+justincormack@users.noreply.github.com>',
      files: { 'README.md': 'a\nc\nd\ne\n', 'kernel/Dockerfile': 'FROM x\n' },
    });
    const directory = history.write();
    const snapshot = await collect(directory);
    const mergedBy = { login: 'justincormack', type: 'user' };
    expect(snapshot).toEqual({
      schemaVersion: 1,
      period: WEEK,
      server: 'https://github.com',
      repositories: ['linuxkit/linuxkit'],
      pullRequests: [
        {
          repository: 'linuxkit/linuxkit',
          number: 1757,
          title: 'Simplify the kernel build',
          body: 'Fixes #1746, see moby/tool#15 and #1757\n\n**- Description for the changelog**\n\nKernels build',
          author: { login: 'rneugeba', type: 'user' },
          base: 'main',
          state: 'merged',
          createdAt: null,
          closedAt: at,
          mergedAt: at,
          mergedBy,
          mergeCommit: git(directory, ['rev-parse', 'main']),
          labels: [],
          files: [
            { path: 'README.md', additions: 2, deletions: 1 },
            { path: 'kernel/Dockerfile', additions: 1, deletions: 0 },
          ],
          filesComplete: true,
          references: [
            { repository: 'linuxkit/linuxkit', number: 1746, relation: 'closes', from: 'commit' },
            { repository: 'moby/tool', number: 15, relation: 'mentions', from: 'commit' },
          ],
          activity: [{ did: 'merged', by: mergedBy, at }],
          draft: null,
          coAuthors: [],
          changelog: null,
          note: 'Kernels build',
          firstByAuthor: true,
        },
      ],
      issues: [],
      commits: [],
      releases: [],
      defaultBranches: [{ repository: 'linuxkit/linuxkit', names: ['main'] }],
      collected: {
        ...{ source: 'git', knows: ['commits', 'newcomers', 'releases'] },
        ...{ at: '2017-05-08T09:00:00Z', requests: 0, points: 0 },
      },
      complete: true,
      warnings: [
        expect.objectContaining({ code: 'git-no-issues', repository: 'linuxkit/linuxkit' }),
      ],
    });
    expect(() => parse(snapshotSchema, snapshot)).not.toThrow();
  });

  it('takes the author of the last commit when the branch is in the repository itself', async () => {
    const merged = async (author: string): Promise<unknown> => {
      const history = begun();
      history.merge({ number: 5, head: 'LinuxKit/topic', title: 'Topic', at, author });
      return (await collectOne(history.write())).author;
    };
    expect(await merged('Rolf <rn@example.com>')).toEqual({
      login: null,
      name: 'Rolf',
      type: 'user',
    });
    expect(await merged('Rolf <rneugeba@users.noreply.github.com>')).toEqual({
      login: 'rneugeba',
      type: 'user',
    });
    expect(
      await merged('dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>'),
    ).toEqual({ login: 'dependabot', type: 'bot' });
    expect(await merged('renovate[bot] <bot@renovateapp.com>')).toEqual({
      login: 'renovate',
      type: 'bot',
    });
    expect(await merged(GITHUB)).toEqual({ login: null, type: 'user' });
  });

  it('is read when its title is that of the pull request', async () => {
    const history = begun();
    const base = history.commit({ message: 'base', at: '2017-04-02T00:00:00Z' });
    const tip = history.commit({ message: 'w', at, branch: 'b', parents: [base] });
    const merger = 'Max <max@users.noreply.github.com>';
    const message = 'Add a flag (#8)\n\nCloses #3';
    const commit = { message, at, author: merger, committer: GITHUB, parents: [base, tip] };
    history.commit(commit);
    const pull = await collectOne(history.write());
    expect(pull).toMatchObject({
      ...{ number: 8, title: 'Add a flag' },
      author: { login: null, name: 'Ada Author' },
      mergedBy: { login: 'max' },
      references: [{ number: 3, relation: 'closes', from: 'commit' }],
    });
  });

  it('has the whole first line of the body as its title, with any content', async () => {
    const history = begun();
    const title = 'Fix `x` <b> {{y}} \u202e\u0007 | ' + 'long '.repeat(2000) + 'ünï (fixes #4)';
    history.merge({ number: 5, head: 'ann/x', title: `\n${title}`, at });
    const pull = await collectOne(history.write());
    expect(pull.title).toBe(title);
    expect(pull.references).toEqual([
      { repository: 'linuxkit/linuxkit', number: 4, relation: 'closes', from: 'title' },
    ]);
  });
});

it('reads URLs and logins of another server', async () => {
  const history = begun();
  history.commit({
    message:
      'Add (#1)\n\nfixes https://git.example.com/a/b/issues/2 and https://github.com/a/b/issues/3',
    ...{ at, author: 'Ann <7+ann@users.noreply.git.example.com>' },
  });
  const server = 'https://git.example.com';
  expect(await collectOne(history.write(), { server })).toMatchObject({
    author: { login: 'ann' },
    references: [{ repository: 'a/b', number: 2 }],
  });
});

it('collects the same from a bare clone, a worktree, a folder in it, and a linked worktree', async () => {
  const history = begun({ 'sub/a': 'x\n', '.gitattributes': '* -diff\n' });
  history.merge({ number: 3, head: 'ann/x', title: 'T', at, files: { 'sub/a': 'y\nz\n' } });
  const bare = history.write();
  const clone = temporary();
  git(clone, ['clone', '--quiet', bare, 'c']);
  git(`${clone}/c`, ['worktree', 'add', '--quiet', '-b', 'topic', '../linked', 'HEAD^']);
  const expected = await collect(bare);
  expect(expected.pullRequests[0]?.files).toEqual([{ path: 'sub/a', additions: 2, deletions: 1 }]);
  for (const place of ['c', 'c/sub', 'c/.git', 'linked', 'linked/.git', 'linked/sub']) {
    expect(await collect(`${clone}/${place}`), place).toEqual(expected);
  }
});

it('reports its progress', async () => {
  const history = begun();
  history.merge({ number: 3, head: 'ann/x', title: 'T', at });
  const reported: Progress[] = [];
  await collect(history.write(), { report: (progress) => reported.push(progress) });
  const repository = 'linuxkit/linuxkit';
  const walked = reported.findLast(({ stage }) => stage === 'history');
  expect(walked).toEqual({ repositories: [repository], stage: 'history', items: 2, requests: 0 });
  expect(reported.at(-1)).toEqual({
    ...{ repositories: [repository], stage: 'details' },
    ...{ items: 1, total: 1, requests: 0 },
  });
});

it('keeps a commit whose author has no name', async () => {
  const history = begun();
  history.commit({ message: 'Add (#1)', at, author: ' <>' });
  history.commit({ message: 'Next (#2)', at, author: AUTHOR });
  expect((await collect(history.write())).pullRequests).toMatchObject([
    { number: 1, author: { login: null, type: 'user' } },
    { number: 2, author: { name: 'Ada Author' } },
  ]);
});
