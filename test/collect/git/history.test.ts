import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsBefore } from '../../../src/period/earlier.ts';
import { runs } from '../../support/runs.ts';
import { collect, git, GITHUB, History, REPOSITORY, temporary, WEEK } from './repository.ts';

const unknown = { pullsOpened: null, pullsClosed: null, issuesOpened: null, issuesClosed: null };

async function merged(directory: string, earlierPeriods: number): Promise<(number | null)[]> {
  const { history = [] } = await collect(directory, { earlierPeriods });
  return history.map(({ repositories: [counts] }) => counts?.pullsMerged ?? null);
}

describe('the periods before', () => {
  it('have the merged pull requests alone, from their first second to their last', async () => {
    const history = new History();
    const dates = ['04-23T23:59:59Z', '04-24T00:00:00Z', '04-30T23:59:59Z', '05-01T00:00:00Z'];
    for (const [index, at] of dates.entries()) {
      history.commit({ message: `T (#${String(index + 1)})`, at: `2017-${at}` });
    }
    const snapshot = await collect(history.write(), { earlierPeriods: 1 });
    expect(snapshot.history).toEqual([
      {
        ...{ start: '2017-04-24T00:00:00Z', end: WEEK.start },
        repositories: [{ repository: REPOSITORY, pullsMerged: 2, ...unknown }],
      },
    ]);
    expect(snapshot.pullRequests.map(({ number }) => number)).toEqual([4]);
    expect(await collect(history.write())).not.toHaveProperty('history');
  });

  it('are unknown where a shallow clone ends', async () => {
    const history = new History();
    for (const [index, day] of ['04-12', '04-20', '04-27', '05-02'].entries()) {
      const at = `2017-${day}T00:00:00Z`;
      history.merge({ ...{ number: index + 1, head: 'linuxkit/x', title: 'T', at }, files: {} });
    }
    const bare = history.write();
    expect(await merged(bare, 4)).toEqual([0, 1, 1, 1]);
    const directory = temporary();
    git(directory, ['clone', '--quiet', '--bare', '--depth', '3', `file://${bare}`, 'c']);
    expect(await merged(join(directory, 'c'), 4)).toEqual([null, null, null, 1]);
  });

  it('have the numbers that each of them has as the period of a report', async () => {
    const day = fc.integer({ min: 0, max: 27 });
    const kind = fc.constantFrom('squash', 'merge', 'rebase', 'rollup', 'push');
    const step = fc.record({ day, kind, number: fc.integer({ min: 1, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const history = new History();
        history.commit({ message: 'Begin', at: '2017-01-01T00:00:00Z' });
        for (const { day: after, kind: how, number } of steps) {
          const at = new Date(Date.parse('2017-04-10') + after * 86_400_000).toISOString();
          const name = `#${String(number)}`;
          if (how === 'merge') {
            history.merge({ number, head: 'ann/x', title: `Change ${name}`, at });
          } else if (how === 'rollup') {
            const main = history.tip('main');
            const own = history.commit({ message: 'Work', at, branch: 'own', parents: [main] });
            const list = `Successful merges:\n\n - ${name} (Inner)\n`;
            const message = `Auto merge of #9${name.slice(1)} - ann:r, r=ben\n\n${list}`;
            const inner = history.commit({
              message: `Rollup merge of ${name} - ann:x, r=ben\n\nInner`,
              ...{ at, branch: 'rollup', parents: [main, own], committer: GITHUB },
            });
            history.commit({ message, at, committer: GITHUB, parents: [main, inner] });
          } else {
            history.commit({ message: how === 'push' ? 'Push' : `Change (${name})`, at });
            if (how === 'rebase') history.commit({ message: `More (${name})`, at });
          }
        }
        const directory = history.write();
        const windows = periodsBefore(WEEK, 3);
        const counts = [];
        for (const window of windows) {
          const { pullRequests } = await collect(directory, {
            period: { ...WEEK, ...window, kind: 'range' },
          });
          counts.push(pullRequests.length);
        }
        expect(await merged(directory, 3)).toEqual(counts);
        const plain = await collect(directory);
        const { history: _, ...counted } = await collect(directory, { earlierPeriods: 3 });
        expect(counted).toEqual(plain);
      }),
      runs(2),
    );
  });
});
