import { describe, expect, test } from 'vitest';
import type { CommentInput, PullRequestInput } from '../../github/data/input.ts';
import { failsOn, serverError } from '../../github/failures.ts';
import { nullCursor } from '../../github/page-failures.ts';
import {
  collected,
  collectFrom,
  operations,
  pull,
  second,
  soonAfter,
  withGitHub,
  yearsLater,
  times,
} from './support.ts';
import { isThorough } from '../../support/runs.ts';

const name = 'acme/app';
const mergedAt = second(500);
const says = (n: number, body: string, more: Partial<CommentInput> = {}): CommentInput => {
  return { author: 'grace', createdAt: second(n), body, ...more };
};

async function changelogOf(input: PullRequestInput) {
  const pullRequests = [{ number: 1, author: 'ada', mergedAt, ...input }];
  const snapshot = await collected([{ name, pullRequests }], { now: yearsLater });
  expect(snapshot).toMatchObject({ complete: true, warnings: [] });
  const { note, changelog } = pull(snapshot, 1);
  return { note, changelog };
}

describe('a line for the changelog', () => {
  test('in the body', async () => {
    expect(await changelogOf({ body: 'Why.\n\nchangelog fix: Read empty files' })).toEqual({
      note: 'Read empty files',
      changelog: 'fix',
    });
  });

  test('in a comment, the last of which wins, also one from after the merge', async () => {
    const comments = [
      says(1, 'changelog feature: One'),
      says(600, 'thanks\nchangelog internal: Two'),
      says(700, 'No changelog line here.'),
    ];
    expect(await changelogOf({ body: 'changelog fix: Zero', comments })).toEqual({
      note: 'Two',
      changelog: 'internal',
    });
  });

  test('without a text leaves the note of the body', async () => {
    const body = '```release-note\nA flag.\n```';
    expect(await changelogOf({ body, comments: [says(1, 'changelog skip')] })).toEqual({
      note: 'A flag.',
      changelog: 'skip',
    });
  });

  test('of a bot, of a stranger, or from after the period doesn’t count', async () => {
    const comments = [
      says(1, 'changelog skip', { author: 'tidy[bot]' }),
      says(2, 'changelog skip', { author: 'mallory', authorAssociation: 'NONE' }),
      says(7 * 86_400, 'changelog skip'),
    ];
    expect(await changelogOf({ comments })).toEqual({ note: null, changelog: null });
    const own = says(3, 'changelog fix: Mine', { author: 'ada', authorAssociation: 'NONE' });
    expect(await changelogOf({ comments: [...comments, own] })).toEqual({
      note: 'Mine',
      changelog: 'fix',
    });
  });

  test('of a bot in its own pull request is no note either', async () => {
    const body = 'changelog fix: Bump\n\n```release-note\nBump.\n```';
    expect(await changelogOf({ author: 'renovate[bot]', body })).toEqual({
      note: null,
      changelog: null,
    });
  });

  test('behind many comments', async () => {
    const comments = [...times(70).map((n) => says(n, 'I see.')), says(80, 'changelog fix: Far')];
    expect(await changelogOf({ comments })).toEqual({ note: 'Far', changelog: 'fix' });
  });
});

const reads = ({ query }: { query: string }) => query.includes('comments(');

test('only comments that search finds are read, those of many pull requests at once', async () => {
  const pullRequests = times(200).map((n) => ({
    mergedAt: second(n),
    comments: [says(n, n % 4 === 0 ? `changelog fix: Number ${n}` : 'Fine.')],
  }));
  await withGitHub([{ name, pullRequests }], { now: yearsLater }, async (github) => {
    const snapshot = await collectFrom(github);
    expect(snapshot.pullRequests.filter(({ changelog }) => changelog === 'fix')).toHaveLength(50);
    const asked = github.log.requests.filter(reads);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.nodes).toBeLessThan(110);
  });
});

test('comments that search does not know yet are read, too', async () => {
  const comments = [{ ...says(0, 'changelog skip'), createdAt: '2017-05-07T23:59:00Z' }];
  const late = { number: 1, mergedAt: '2017-05-07T23:00:00Z', comments };
  const repository = { name, pullRequests: [late, { mergedAt, comments: [says(501, 'Fine.')] }] };
  const server = { now: '2017-05-08T03:00:00Z', indexLag: 4 * 3_600 };
  await withGitHub([repository], server, async (github) => {
    expect(pull(await collectFrom(github), 1).changelog).toBe('skip');
    expect(operations(github)['Lists']).toBe(1);
  });
});

test.runIf(isThorough)('an answer that is too long is asked for in smaller parts', async () => {
  const comments = times(12).map((n) => says(n, `changelog fix: Large\n${'x'.repeat(60_000)}`));
  const pullRequests = times(30).map((n) => ({ mergedAt: second(100 + n), comments }));
  await withGitHub([{ name, pullRequests }], { now: yearsLater }, async (github) => {
    const snapshot = await collectFrom(github);
    expect(snapshot.complete).toBe(true);
    expect(snapshot.pullRequests.every(({ note }) => note === 'Large')).toBe(true);
    expect(github.log.requests.filter(reads).length).toBeGreaterThan(2);
  });
});

test.each([
  ['a null cursor', nullCursor('PullRequest.comments'), 'texts of comments'],
  ['a failure', failsOn('"body"', serverError(502)), 'texts of comments'],
])('comments cut by %s: the report is incomplete', async (_, failure, list) => {
  const pullRequests = [{ mergedAt, comments: [says(1, 'changelog skip')] }];
  await withGitHub([{ name, pullRequests }], { now: soonAfter }, async (github) => {
    github.fail(failure, { matches: reads });
    const { complete, warnings } = await collectFrom(github);
    const message = `The lists of #1 are incomplete: ${list}.`;
    expect({ complete, warnings }).toMatchObject({
      complete: false,
      warnings: [{ code: 'list-cut', message }],
    });
  });
});
