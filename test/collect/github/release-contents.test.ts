import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { failsOn, serverError } from '../../github/failures.ts';
import { generateRepository } from '../../github/data/generate.ts';
import { collected, collectFrom, second, times, week, withGitHub } from './support.ts';

const name = 'acme/app';
const hour = 3_600;
const oid = (digit: string | number) => String(digit).repeat(40).slice(0, 40);

/** Merged in the hour of its number. */
const merged = (number: number, parts: object = {}) => ({
  number,
  mergedAt: second(number * hour),
  mergeCommit: oid(number),
  ...parts,
});
const release = (tagName: string, n: number) => ({ tagName, createdAt: second(n) });

const contents = ({ releases }: Snapshot) =>
  Object.fromEntries(releases.map(({ tag, pulls }) => [tag, pulls]));

const repository: RepositoryInput = {
  name,
  pullRequests: [merged(1), merged(2), merged(3), merged(4), merged(5, { baseRefName: 'stable' })],
  releases: [release('v1', 1.5 * hour), release('v2', 3.5 * hour)],
  tags: [{ name: 'nightly', committedDate: second(2.5 * hour), taggedAt: second(2.6 * hour) }],
};

describe('the pull requests that a release contains first', () => {
  test('are those that no older release or tag of the period contains', async () => {
    const snapshot = await collected([repository]);
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
    expect(contents(snapshot)).toEqual({ v1: [1], nightly: [2], v2: [3] });
  });

  test('are those of the commit that its tag names, on whatever branch, and whenever it moved', async () => {
    const releases = [release('v1', 6 * hour), release('moved', 7 * hour)];
    const tags = [
      { name: 'v1', committedDate: second(5 * hour), commit: oid(5) },
      { name: 'moved', committedDate: second(2 * hour), commit: oid(2) },
    ];
    const snapshot = await collected([{ ...repository, releases, tags }]);
    expect(contents(snapshot)).toEqual({ v1: [5], moved: [1, 2] });
  });

  test('include one that a queue merged before it counted as merged, at the start of the period', async () => {
    const mergeCommittedDate = second(-5 * hour);
    const pullRequests = [
      merged(1, { mergedAt: week.start, mergeCommittedDate }),
      merged(2, { mergedAt: second(-1), mergeCommittedDate }),
    ];
    const snapshot = await collected([{ ...repository, pullRequests }]);
    expect(contents(snapshot)).toEqual({ v1: [1], nightly: [], v2: [] });
  });

  test('are found beyond the first page of its commits', async () => {
    const { start, end } = week;
    const large = generateRepository({ name, start, end, merged: 230, activeIssues: 0 });
    const snapshot = await collected([{ ...large, releases: [release('v1', 7 * 24 * hour - 1)] }]);
    expect(contents(snapshot)['v1']).toHaveLength(230);
  });

  test('in each repository its own', async () => {
    const other = { ...repository, name: 'acme/other', pullRequests: [merged(2)] };
    const { releases } = await collected([repository, other]);
    expect(releases.map(({ repository: of, tag, pulls }) => [of, tag, pulls])).toEqual([
      [name, 'v1', [1]],
      ['acme/other', 'v1', []],
      [name, 'nightly', [2]],
      ['acme/other', 'nightly', [2]],
      [name, 'v2', [3]],
      ['acme/other', 'v2', []],
    ]);
  });
});

describe('they are unknown, and not none,', () => {
  test('where GitHub fails, and in later releases', async () => {
    await withGitHub([repository], {}, async (github) => {
      github.fail(failsOn(oid(2), serverError(502)), {
        matches: ({ query }) => query.includes('object(oid:'),
      });
      const snapshot = await collectFrom(github);
      expect(contents(snapshot)).toEqual({ v1: [1], nightly: undefined, v2: undefined });
      expect(snapshot).toMatchObject({
        complete: true,
        warnings: [
          {
            code: 'release-contents-unknown',
            message: 'Which pull requests nightly and later releases contain first is unknown.',
            repository: name,
          },
        ],
      });
    });
  });

  test('beyond fifty releases with commits of their own', async () => {
    const releases = times(60).map((n) => release(`v${n}`, n * hour));
    const snapshot = await collected([{ ...repository, tags: [], releases }]);
    const known = snapshot.releases.filter(({ pulls }) => pulls !== undefined);
    expect(known).toHaveLength(50);
    expect(snapshot.warnings).toMatchObject([{ code: 'release-contents-unknown' }]);
  });
});
