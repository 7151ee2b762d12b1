import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, git, History, temporary } from '../repository.ts';

const at = '2017-05-03T12:00:00Z';
const NAMES = { defaultBranches: [{ names: ['main', 'master'] }] };

function clone(bare: string, ...options: readonly string[]): string {
  const parent = temporary();
  git(parent, ['clone', '--quiet', ...options, bare, 'c']);
  return join(parent, 'c');
}

/** `master` ended before the week with #1; `main`, with #2, goes on where `from` says. */
function renamed(from: 'tip' | 'base' | 'merge'): string {
  const history = new History();
  const base = history.commit({ message: 'Begin', at: '2017-03-01T00:00:00Z', branch: 'master' });
  const old = '2017-04-01T00:00:00Z';
  const master = history.commit({ message: 'One (#1)', at: old, branch: 'master' });
  const own = from === 'tip' ? master : history.commit({ message: 'x', at: old, parents: [base] });
  const parents = from === 'merge' ? [own, master] : [own];
  history.commit({ message: 'Release', at: old, parents });
  history.commit({ message: 'Two (#2)', at });
  const directory = history.write();
  git(directory, ['symbolic-ref', 'HEAD', 'refs/heads/master']);
  return directory;
}

describe('a default branch that the clone records, but that was renamed', () => {
  it('is read under its new name', async () => {
    const bare = renamed('tip');
    const expected = { complete: true, pullRequests: [{ number: 2, base: 'main' }], ...NAMES };
    expect(await collect(bare)).toMatchObject(expected);
    expect(await collect(clone(bare))).toMatchObject(expected);
    expect(await collect(clone(bare, '--mirror'))).toMatchObject(expected);
    const checkedOut = clone(bare);
    git(checkedOut, ['remote', 'set-head', 'origin', '--delete']);
    expect(await collect(checkedOut)).toMatchObject(expected);
  });

  it('has both names where the old branch was left behind', async () => {
    const bare = renamed('tip');
    git(bare, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
    expect(await collect(clone(bare))).toMatchObject({ pullRequests: [{ number: 2 }], ...NAMES });
  });

  it('is incomplete where the other branch has a newer history of its own', async () => {
    for (const from of ['base', 'merge'] as const) {
      expect(await collect(clone(renamed(from)))).toMatchObject({
        complete: false,
        pullRequests: [],
        defaultBranches: [{ names: ['master'] }],
        warnings: [
          { code: 'git-no-issues' },
          {
            code: 'git-other-branch',
            message:
              'master was read, which ends on 2017-04-01, but main goes on until 2017-05-03, with a history of its own. If it is the default branch now: git remote set-head origin --auto',
          },
        ],
      });
    }
  });

  it('is complete where the branch that was read is alive', async () => {
    const history = new History();
    const base = history.commit({ message: 'Begin', at: '2017-03-01T00:00:00Z' });
    history.commit({ message: 'One (#1)', at, parents: [base] });
    history.commit({
      message: 'Two (#2)',
      at: '2017-05-04T00:00:00Z',
      branch: 'master',
      parents: [base],
    });
    expect(await collect(history.write())).toMatchObject({
      ...{ complete: true, pullRequests: [{ number: 1 }] },
    });
  });
});
