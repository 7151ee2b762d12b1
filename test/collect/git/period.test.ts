import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../../src/period/period.ts';
import { AUTHOR, collect, GITHUB, History, WEEK } from './repository.ts';
import { runs } from '../../support/runs.ts';

function between(start: string, end: string): Period {
  return { ...WEEK, kind: 'range', start, end };
}

async function numbers(directory: string, period = WEEK): Promise<number[]> {
  return (await collect(directory, { period })).pullRequests.map(({ number }) => number);
}

describe('the period', () => {
  it('is half-open, and compared to committer dates', async () => {
    const history = new History();
    const dates = [
      '2017-04-30T23:59:59Z',
      '2017-05-01T00:00:00Z',
      '2017-05-07T23:59:59Z',
      '2017-05-08T00:00:00Z',
    ];
    dates.forEach((at, index) => history.commit({ message: `T (#${String(index + 1)})`, at }));
    expect(await numbers(history.write())).toEqual([2, 3]);
  });

  it('includes merges behind commits of any date', async () => {
    const history = new History();
    history.commit({ message: 'One (#1)', at: '2017-05-02T00:00:00Z' });
    for (let count = 0; count < 20; count += 1) {
      history.commit({ message: 'Clock of 1980', at: '1980-01-01T00:00:00Z' });
    }
    history.commit({ message: 'Two (#2)', at: '2017-05-03T00:00:00Z' });
    history.commit({ message: 'Three (#3)', at: '2036-01-01T00:00:00Z' });
    history.commit({ message: 'Four (#4)', at: '2017-05-01T00:00:00Z' });
    expect(await numbers(history.write())).toEqual([4, 1, 2]);
  });

  it('applies to the first-parent history alone', async () => {
    const history = new History();
    const base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    const at = '2017-05-03T00:00:00Z';
    const other = history.commit({ message: 'Inner (#1)', at, branch: 'b', parents: [base] });
    const message = 'Merge pull request #2 from ann/b\n\nOuter';
    history.commit({ message, at, committer: GITHUB, parents: [base, other] });
    expect(await numbers(history.write())).toEqual([2]);
  });

  it('dates a pull request that was reverted and merged again by its first merge', async () => {
    const history = new History();
    history.commit({ message: 'Add (#1)', at: '2017-04-20T00:00:00Z' });
    history.commit({ message: 'Add (#2)', at: '2017-05-02T00:00:00Z' });
    history.commit({ message: 'Revert "Add (#2)"', at: '2017-05-03T00:00:00Z' });
    history.commit({ message: 'Add (#2)', at: '2017-05-04T00:00:00Z' });
    history.commit({ message: 'Add (#1)', at: '2017-05-05T00:00:00Z' });
    history.commit({ message: 'Push', at: '2017-05-05T00:00:00Z' });
    history.commit({ message: 'Another project’s first (#1)', at: '2017-05-06T00:00:00Z' });
    const { pullRequests } = await collect(history.write());
    expect(pullRequests).toMatchObject([
      { number: 2, mergedAt: '2017-05-02T00:00:00Z' },
      { number: 1, title: 'Another project’s first' },
    ]);
  });

  it('has all commits of a rebase by the date of the last one', async () => {
    const history = new History();
    history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    history.commit({ message: 'One (#1)', at: '2017-04-30T23:59:59Z', files: { a: '1\n' } });
    history.commit({ message: 'Two (#1)', at: '2017-05-01T00:00:00Z', files: { b: '1\n' } });
    const directory = history.write();
    expect((await collect(directory)).pullRequests).toMatchObject([
      { number: 1, title: 'One', files: [{ path: 'a' }, { path: 'b' }] },
    ]);
    const week = between('2017-04-24T00:00:00Z', '2017-05-01T00:00:00Z');
    expect(await numbers(directory, week)).toEqual([]);
  });

  it('lists a number that was merged twice once, with the files of both', async () => {
    const history = new History();
    history.commit({ message: 'One (#1)', at: '2017-05-02T00:00:00Z', files: { a: '1\n' } });
    history.commit({ message: 'Push', at: '2017-05-03T00:00:00Z' });
    history.commit({ message: 'More (#1)', at: '2017-05-04T00:00:00Z', files: { b: '1\n' } });
    expect((await collect(history.write())).pullRequests).toMatchObject([
      {
        ...{ number: 1, title: 'One', mergedAt: '2017-05-02T00:00:00Z' },
        files: [{ path: 'a' }, { path: 'b' }],
      },
    ]);
  });

  it('shares no merge with the next and loses none, in any history', async () => {
    const day = fc.integer({ min: 0, max: 20 });
    const entry = fc.record({
      day,
      second: fc.constantFrom(0, 1, 86_399),
      kind: fc.constantFrom('merge', 'squash', 'rebase', 'bors', 'batch', 'push', 'again'),
    });
    const instant = (at: number): string =>
      new Date(Date.UTC(2017, 3, 20) + at * 1000).toISOString().replace('.000Z', 'Z');
    const whole = between('2017-04-01T00:00:00Z', '2017-06-01T00:00:00Z');

    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 25 }),
        day,
        fc.constantFrom(0, 1),
        async (entries, cutDay, cutSecond) => {
          const history = new History();
          history.commit({ message: 'Begin', at: whole.start });
          const expected = new Set<number>();
          let number = 0;
          const subjects: string[] = [];
          for (const { day: on, second, kind } of entries) {
            const at = instant(on * 86_400 + second);
            const next = (): number => {
              expected.add((number += 1));
              return number;
            };
            const commit = (message: string): void => {
              history.commit({ message, at, author: AUTHOR });
              subjects.push(message);
            };
            if (kind === 'merge') history.merge({ number: next(), head: 'a/b', title: 'T', at });
            if (kind === 'squash') commit(`Squash (#${String(next())})`);
            if (kind === 'bors') commit(`Auto merge of #${String(next())} - a:b, r=c`);
            if (kind === 'batch') commit(`Merge #${String(next())} #${String(next())}`);
            if (kind === 'push') commit('Push');
            if (kind === 'rebase') {
              const name = `(#${String(next())})`;
              for (const part of ['First', 'Second']) commit(`${part} ${name}`);
            }
            if (kind === 'again' && subjects.length > 0) commit(subjects[0] ?? '');
          }
          const directory = history.write();
          const cut = instant(cutDay * 86_400 + cutSecond);
          const before = await numbers(directory, between(whole.start, cut));
          const after = await numbers(directory, between(cut, whole.end));
          const byNumber = (a: number, b: number): number => a - b;
          expect([...before, ...after].toSorted(byNumber)).toEqual(
            [...expected].toSorted(byNumber),
          );
          const all = await numbers(directory, whole);
          expect(all.toSorted(byNumber)).toEqual([...expected].toSorted(byNumber));
        },
      ),
      runs(4),
    );
  });
});
