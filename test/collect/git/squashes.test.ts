import { describe, expect, it } from 'vitest';
import { begun, collect, collectOne, git, GITHUB } from './repository.ts';

const at = '2017-05-03T12:00:00Z';

describe('a squash', () => {
  it('ends its title with its number, and does not record who merged it', async () => {
    const history = begun();
    const author = 'Ada <12+ada-l@users.noreply.github.com>';
    const message = 'Revert "Add a (#1)" (#2)\n\nIt `fixes #9`, no: resolves #3';
    history.commit({ message, at, author, committer: GITHUB, files: { a: 'x\n' } });
    expect(await collectOne(history.write())).toMatchObject({
      ...{ number: 2, title: 'Revert "Add a (#1)"', mergedBy: null, activity: [] },
      author: { login: 'ada-l', type: 'user' },
      references: [
        { number: 1, relation: 'reverts', from: 'title' },
        { number: 3, relation: 'closes', from: 'commit' },
      ],
      files: [{ path: 'a', additions: 1, deletions: 0 }],
    });
  });

  it('of several rebased commits is one pull request, with the files of all', async () => {
    const history = begun({ old: 'one\ntwo\nthree\nfour\n' });
    const commit = (message: string, rest: object): unknown =>
      history.commit({ message, at, ...rest });
    commit('First (#7)', { files: { old: 'one\ntwo\nthree\nfour\nfive\n', b: '1\n' } });
    commit('Second (#7)', { renames: { old: 'new' } });
    commit('Third (#7)\n\nfixes #3', { files: { b: '2\n' }, at: '2017-05-04T00:00:00Z' });
    const directory = history.write();
    expect(await collectOne(directory)).toMatchObject({
      ...{ number: 7, title: 'First', mergedAt: '2017-05-04T00:00:00Z' },
      mergeCommit: git(directory, ['rev-parse', 'main']),
      references: [{ number: 3 }],
      files: [
        { path: 'new', previousPath: 'old', additions: 1, deletions: 0 },
        { path: 'b', additions: 2, deletions: 1 },
      ],
    });
  });

  it('needs a number, at the end of its title', async () => {
    const history = begun();
    for (const message of ['Push', 'See #4', '(#3) first', 'Merge branch x', 'Title (#0)', ' ']) {
      history.commit({ message, at });
    }
    expect((await collect(history.write())).pullRequests).toEqual([]);
  });
});
