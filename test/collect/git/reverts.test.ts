import { describe, expect, it } from 'vitest';
import type { Reference, Snapshot } from '../../../src/snapshot/schema.ts';
import { collect, git, GITHUB, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';
const later = '2017-05-04T12:00:00Z';

function begun(): History {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
  return history;
}

function relations(references: readonly Reference[] | undefined): string[] | undefined {
  return references?.map(({ relation, number }) => `${relation} ${String(number)}`);
}

/** What a pull request refers to. */
function ofPull({ pullRequests }: Snapshot, number: number): string[] | undefined {
  return relations(pullRequests.find((pull) => pull.number === number)?.references);
}

describe('a revert', () => {
  it('takes back what its quoted title names, and closes nothing', async () => {
    const history = begun();
    history.commit({ message: 'Fix #13: frob (#35)', at });
    history.commit({ message: 'Revert "Fix #13: frob (#35)" (#42)', at: later });
    history.commit({ message: 'Add lever (#94)', at: later });
    history.commit({ message: 'Revert "Add lever (#94)"', at: '2017-05-05T00:00:00Z' });
    const snapshot = await collect(history.write());
    expect(snapshot.pullRequests.map(({ number }) => number)).toEqual([35, 42, 94]);
    expect(ofPull(snapshot, 35)).toEqual(['closes 13']);
    expect(ofPull(snapshot, 42)).toEqual(['reverts 35']);
    expect(snapshot.commits).toMatchObject([{ title: 'Revert "Add lever (#94)"' }]);
    expect(relations(snapshot.commits[0]?.references)).toEqual(['reverts 94']);
  });

  it('of a revert takes back the revert', async () => {
    const history = begun();
    history.commit({ message: 'Revert "Revert "x (#1)" (#2)" (#3)', at });
    expect(ofPull(await collect(history.write()), 3)).toEqual(['reverts 2']);
  });

  it('on GitHub names its pull request in the body, or in the branch', async () => {
    const history = begun();
    const body = 'Reverts linuxkit/linuxkit#35';
    history.merge({ number: 42, head: 'octo/undo', title: 'Revert "Fix #13: frob"', body, at });
    history.merge({ number: 43, head: 'octo/revert-36-knob', title: 'Revert "Fix #14: knob"', at });
    const snapshot = await collect(history.write());
    expect(ofPull(snapshot, 42)).toEqual(['reverts 35']);
    expect(ofPull(snapshot, 43)).toEqual(['reverts 36']);
  });

  it('of a commit takes back the pull request that it merged, or came with', async () => {
    const squashed = begun();
    squashed.commit({ message: 'Add frob (#35)', at: '2017-04-03T00:00:00Z' });
    const base = squashed.write();
    const hash = git(base, ['rev-parse', 'main']);

    const history = begun();
    history.commit({ message: 'Add frob (#35)', at: '2017-04-03T00:00:00Z' });
    history.merge({ number: 36, head: 'octo/knob', title: 'Add knob', at: '2017-04-04T00:00:00Z' });
    const before = history.write();
    const [merged, inside] = git(before, ['rev-parse', 'main', 'main^2']).split('\n');
    const commits = [
      `Undo frob (#41)\n\nThis reverts commit ${hash}.`,
      `Undo knob (#42)\n\nThis reverts commit ${merged?.slice(0, 9) ?? ''}, reversing\nchanges.`,
      `Undo a part (#43)\n\nThis reverts commit ${inside ?? ''}.`,
      `Undo it (#44)\n\nThis reverts commit ${'0'.repeat(40)} and commit 1234567.`,
      `Bring it here (#45)\n\n(cherry picked from commit ${hash})`,
    ];
    for (const message of commits) history.commit({ message, at });
    const snapshot = await collect(history.write());
    expect(ofPull(snapshot, 41)).toEqual(['reverts 35']);
    expect(ofPull(snapshot, 42)).toEqual(['reverts 36']);
    expect(ofPull(snapshot, 43)).toEqual(['reverts 36']);
    expect(ofPull(snapshot, 44)).toEqual([]);
    expect(ofPull(snapshot, 45)).toEqual(['backports 35']);
  });
});

it('a backport names what it brings', async () => {
  const history = begun();
  const message = '[Backport 1.2] Fix frob (#12) (#15)';
  history.commit({ message, at, author: 'Mona <m@example.com>', committer: GITHUB });
  expect(ofPull(await collect(history.write()), 15)).toEqual(['backports 12']);
});
