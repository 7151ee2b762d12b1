import { describe, expect, it } from 'vitest';
import { collect, collectOne, GITHUB, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';
const merged = '2017-05-04T12:00:00Z';
const OCTO = 'Octo Cat <1+octo@users.noreply.github.com>';
const HUBOT = 'Hu Bot <2+hubot@users.noreply.github.com>';
const MONA = 'Mona <mona@users.noreply.github.com>';
const BORS = 'bors <bors@example.com>';

/** Pull request 83, a rollup of 81 and 82. */
function rollup(on = merged): string {
  const history = new History();
  const base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
  const branch = 'rollup';
  const one = history.commit({
    ...{ message: 'one', at, author: OCTO, branch: 'p1', parents: [base], files: { one: '1\n' } },
  });
  const two = history.commit({
    ...{ message: 'two', at, author: HUBOT, branch: 'p2', parents: [base], files: { two: '2\n' } },
  });
  const roll = (number: number, head: string, title: string, parents: number[], file: string) =>
    history.commit({
      message: `Rollup merge of #${String(number)} - ${head}, r=mona\n\n${title}\n\nFixes #${String(number - 70)}\n`,
      ...{ at, author: MONA, committer: GITHUB, branch, parents, files: { [file]: '1\n' } },
    });
  const first = roll(81, 'octo:p1', 'Add one', [base, one], 'one');
  const second = roll(82, 'hubot:p2', 'Add two', [first, two], 'two');
  history.commit({
    message:
      'Auto merge of #83 - mona:rollup, r=mona\n\nRollup of 2 pull requests\n\nSuccessful merges:\n\n - #81 (Add one)\n - #82 (Add two: fixes #12)\n\nFailed merges:\n\n - #84 (Add three)\n',
    ...{ at: on, author: BORS, parents: [base, second], files: { one: '1\n', two: '1\n' } },
  });
  return history.write();
}

describe('a rollup', () => {
  it('lists its pull requests, with their authors and files, when it was merged', async () => {
    const { pullRequests, complete, commits } = await collect(rollup());
    expect(complete).toBe(true);
    expect(commits).toEqual([]);
    const bors = { login: null, name: 'bors', type: 'bot' };
    expect(pullRequests).toMatchObject([
      {
        ...{ number: 81, title: 'Add one', mergedAt: merged, mergedBy: bors },
        author: { login: 'octo' },
        files: [{ path: 'one' }],
        references: [{ number: 11, relation: 'closes' }],
      },
      { number: 82, author: { login: 'hubot' }, files: [{ path: 'two' }], mergedAt: merged },
      {
        ...{ number: 83, author: { login: 'mona' }, files: [{ path: 'one' }, { path: 'two' }] },
        references: [
          { number: 81, relation: 'includes' },
          { number: 82, relation: 'includes' },
        ],
      },
    ]);
  });

  it('of an earlier period has the pull requests that are cited', async () => {
    const directory = rollup('2017-04-20T00:00:00Z');
    expect((await collect(directory)).pullRequests).toEqual([]);
    expect(await collectOne(directory, { cited: [82] })).toMatchObject({
      ...{ number: 82, mergedAt: '2017-04-20T00:00:00Z', activity: [] },
    });
  });
});

describe('a batch', () => {
  const message = 'Merge #85 #87\n\n85: One r=mona a=octo\n\n87: Two r=mona a=hubot\n';

  it('has the files and the authors of each branch', async () => {
    const history = new History();
    const base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    const one = history.commit({
      ...{ message: 'w', at, author: OCTO, branch: 'p1', parents: [base], files: { one: '1\n' } },
    });
    const main = history.commit({ message: 'On', at, parents: [base], files: { main: '1\n' } });
    const two = history.commit({
      ...{ message: 'w', at, author: HUBOT, branch: 'p2', parents: [base], files: { two: '2\n' } },
    });
    const more = history.commit({
      ...{ message: 'w', at, author: HUBOT, branch: 'p2', parents: [two], files: { two: '3\n' } },
    });
    const files = { one: '1\n', two: '3\n' };
    history.commit({ message, at: merged, author: BORS, parents: [main, one, more], files });
    const snapshot = await collect(history.write());
    expect(snapshot.complete).toBe(true);
    expect(snapshot.pullRequests).toMatchObject([
      { number: 85, author: { login: 'octo' }, files: [{ path: 'one' }], filesComplete: true },
      {
        ...{ number: 87, author: { login: 'hubot' }, filesComplete: true },
        files: [{ path: 'two', additions: 1, deletions: 0 }],
      },
    ]);
  });

  it('has unknown files when it does not have a parent for each number', async () => {
    const history = new History();
    history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    history.commit({ message, at });
    expect(await collect(history.write())).toMatchObject({
      complete: false,
      pullRequests: [{ files: null }, { files: null }],
      warnings: [{ code: 'git-no-issues' }, { code: 'git-files-unknown' }],
    });
  });
});
