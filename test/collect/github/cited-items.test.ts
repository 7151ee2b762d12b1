import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import {
  collectFrom,
  issue,
  numbers,
  operations,
  pull,
  withGitHub,
  yearsLater,
} from './support.ts';

const name = 'acme/app';
const quiet = '2016-01-01T00:00:00Z';
const inside = '2017-05-03T00:00:00Z';
const later = '2018-01-01T00:00:00Z';
const cite = (...cited: number[]) => cited.map((number) => ({ repository: 'Acme/App', number }));

const repository = {
  name,
  issues: [
    { number: 1, createdAt: inside },
    { number: 2, createdAt: quiet },
    { number: 3, createdAt: quiet, closedAt: later },
    { number: 4, createdAt: later },
  ],
  pullRequests: [
    { number: 5, createdAt: quiet, mergedAt: quiet },
    { number: 6, createdAt: quiet, mergedAt: later },
  ],
};
const elsewhere = { name: 'acme/other', issues: [{ number: 7, createdAt: quiet }] };

test('a cited item is as it was at the end, even if nothing happened to it', async () => {
  await withGitHub([repository, elsewhere], { now: yearsLater }, async (github) => {
    const cited = [...cite(1, 2, 3, 4, 5, 6, 99), { repository: 'acme/other', number: 7 }];
    const snapshot = await collectFrom(github, { cited }, [name]);
    expect(numbers(snapshot.issues)).toEqual([1, 2, 3]);
    expect(numbers(snapshot.pullRequests)).toEqual([5, 6]);
    expect(issue(snapshot, 2)).toMatchObject({ repository: name, state: 'open', activity: [] });
    expect(issue(snapshot, 3)).toMatchObject({ state: 'open', closedAt: null, activity: [] });
    expect(pull(snapshot, 5)).toMatchObject({ state: 'merged', mergedAt: quiet, activity: [] });
    expect(pull(snapshot, 6)).toMatchObject({ state: 'open', mergedAt: null, activity: [] });
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
  });
});

test('the cache keeps the period, without the cited items', async () => {
  await withGitHub([repository], { now: yearsLater }, async (github) => {
    const cacheFolder = await temporaryFolder();
    await collectFrom(github, { cacheFolder });
    const before = github.log.requests.length;
    expect(numbers((await collectFrom(github, { cacheFolder, cited: cite(2) })).issues)).toEqual([
      1, 2,
    ]);
    expect(github.log.requests).toHaveLength(before + 1);
    expect(numbers((await collectFrom(github, { cacheFolder })).issues)).toEqual([1]);
    expect(github.log.requests).toHaveLength(before + 1);
  });
});

test('a hundred cited items share a few requests', async () => {
  await withGitHub([repository], { now: yearsLater }, async (github) => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    await collectFrom(github, { cited: cite(...hundred) });
    expect(operations(github)['PullRequests']).toBeLessThan(5);
  });
});
