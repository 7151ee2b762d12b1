import { describe, expect, test } from 'vitest';
import type { CommitInput, PullRequestInput } from '../../github/data/input.ts';
import { failsOn, serverError } from '../../github/failures.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { nullCursor } from '../../github/page-failures.ts';
import { startGitHub } from '../../github/server.ts';
import {
  collected,
  collectFrom,
  operations,
  pull,
  second,
  soonAfter,
  withGitHub,
  times,
} from './support.ts';

const name = 'acme/app';
const mergedAt = second(9_000);
const trailers = (...people: string[]) =>
  ['Change', '', ...people.map((one) => `Co-authored-by: ${one}`)].join('\n');

let clock = 0;
const by = (author: string | null, more: Partial<CommitInput> = {}): CommitInput => {
  clock += 1;
  return { author, committedDate: second(clock), ...more };
};

async function authorsOf(input: PullRequestInput, addresses: Record<string, string> = {}) {
  const pullRequests = [{ number: 1, author: 'ada', createdAt: second(60), mergedAt, ...input }];
  const data = dataSet({ repositories: [{ name, pullRequests }], addresses });
  const github = await startGitHub({ now: soonAfter, data });
  try {
    const snapshot = await collectFrom(github);
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
    const { coAuthors, activity } = pull(snapshot, 1);
    return { coAuthors, activity, operations: operations(github) };
  } finally {
    await github.close();
  }
}

const user = (login: string) => ({ login, type: 'user' });
const named = (person: string) => ({ login: null, name: person, type: 'user' });

test('everybody who wrote its commits, most commits first, without its author', async () => {
  const commits = [by('ada'), by('bob'), by('cleo'), by('ada'), by('cleo')];
  const { coAuthors } = await authorsOf({ commits });
  expect(coAuthors).toEqual([user('cleo'), user('bob')]);
});

test('also those whom trailers name, with the accounts of their addresses', async () => {
  const message = trailers(
    'Bob B <bob@example.org>',
    'Cleo <12+cleo@users.noreply.github.com>',
    'Dora D <dora@example.org>',
    'renovate[bot] <29+renovate[bot]@users.noreply.github.com>',
    'Ada <1+ada@users.noreply.github.com>',
  );
  const { coAuthors } = await authorsOf(
    { commits: [by('ada', { message })] },
    { 'bob@example.org': 'bob' },
  );
  expect(coAuthors).toEqual([
    ...[user('bob'), user('cleo'), named('Dora D')],
    { login: 'renovate', type: 'bot' },
  ]);
});

test('also those whom only the squashed commit names', async () => {
  const mergeMessage = trailers('Bob B <bob@example.org>');
  const commits = [by('cleo')];
  const squashed = { mergeMethod: 'squash' as const, mergeMessage, commits };
  const { coAuthors } = await authorsOf(squashed, { 'bob@example.org': 'bob' });
  expect(coAuthors).toEqual([user('cleo'), user('bob')]);
});

test('who merges a pull request, or the base into it, has written nothing', async () => {
  const commits = [by('ada'), by('grace', { isMerge: true, committedDate: second(100) })];
  const { coAuthors, activity } = await authorsOf({ commits, mergedBy: 'grace' });
  expect(coAuthors).toEqual([]);
  expect(activity.filter(({ did }) => did === 'committed')).toEqual([]);
});

describe('one person with and without a login', () => {
  test('has the login, by address or by a name of two words', async () => {
    const commits = [
      by('bob', { name: 'Bob B', email: 'bob@example.org' }),
      by(null, { name: 'bob', email: 'bob@example.org' }),
      by(null, { name: 'Bob B', email: 'b@laptop' }),
      by(null, { name: 'root', email: 'root@laptop' }),
    ];
    const { coAuthors } = await authorsOf({ commits });
    expect(coAuthors).toEqual([user('bob'), named('root')]);
  });

  test('is the author, whose profile or login has that name', async () => {
    const commits = [
      by(null, { name: 'Ada Lovelace', email: 'a@laptop' }),
      by(null, { name: 'ada', email: 'ada@desktop', committedDate: second(100) }),
    ];
    const author = { login: 'ada', name: 'Ada Lovelace' };
    const { coAuthors, activity } = await authorsOf({ author, commits });
    expect(coAuthors).toEqual([]);
    expect(activity).toContainEqual({ did: 'committed', by: user('ada'), at: second(100) });
  });

  test('keeps the name that two accounts share', async () => {
    const signed = { name: 'Sam Smith' };
    const commits = [
      by('sam', { ...signed, email: '1@example.org' }),
      by('smith', { ...signed, email: '2@example.org' }),
      by(null, { ...signed, email: '3@example.org' }),
    ];
    const { coAuthors } = await authorsOf({ commits });
    expect(coAuthors).toEqual([user('sam'), user('smith'), named('Sam Smith')]);
  });
});

test('bots are bots, by name or address, and a bot is the author of its own pull request', async () => {
  const commits = [
    by('renovate[bot]'),
    by(null, { name: 'CI', email: '41+tidy[bot]@users.noreply.github.com' }),
  ];
  const { coAuthors } = await authorsOf({ author: 'renovate[bot]', commits });
  expect(coAuthors).toEqual([{ login: 'tidy', type: 'bot' }]);
});

test('commits after the end of the period don’t count, unless it was merged before', async () => {
  const late = '2017-05-08T03:00:00Z';
  const commits = [by('bob'), by('cleo', { committedDate: late })];
  const open = { createdAt: second(60), commits };
  const snapshot = await collected(
    [{ name, pullRequests: [open, { ...open, mergedAt: '2017-05-08T04:00:00Z' }] }],
    { now: soonAfter },
  );
  expect(snapshot.pullRequests.map(({ coAuthors }) => coAuthors)).toEqual([
    [user('bob')],
    [user('bob')],
  ]);
});

test('lists longer than a page are read to their ends', async () => {
  const many = times(23).map((n) => `Co ${n} Author <${n}+co-${n}@users.noreply.github.com>`);
  const commits = [
    ...times(130).map((n) => by(`dev-${n % 65}`)),
    by('ada', { message: trailers(...many) }),
  ];
  const { coAuthors } = await authorsOf({ commits });
  expect(coAuthors).toHaveLength(65 + 23);
});

test('without co-authors, nothing more is asked', async () => {
  const { operations: asked } = await authorsOf({ commits: times(30).map(() => by('ada')) });
  expect(asked['Commits']).toBeUndefined();
});

describe('authors that can’t be read', () => {
  const message = trailers(...times(12).map((n) => `C <c${n}@example.org>`));
  const pullRequests = [{ author: 'ada', mergedAt, commits: [by('ada', { message })] }];
  const warning = {
    code: 'list-cut',
    message: 'The lists of #1 are incomplete: authors of commits.',
  };

  test.each([
    ['a cursor is missing', nullCursor('Commit.authors')],
    ['GitHub fails', failsOn('"authors"', serverError(502))],
  ])('are missing, and the report says so: %s', async (_, failure) => {
    await withGitHub([{ name, pullRequests }], {}, async (github) => {
      github.fail(failure, { matches: ({ query }) => query.includes('authors') });
      const { complete, warnings } = await collectFrom(github);
      expect({ complete, warnings }).toMatchObject({ complete: false, warnings: [warning] });
    });
  });
});

test('any text in names and messages', async () => {
  const hostile = '‮<script>[x](javascript:1)\u0000'.repeat(500);
  const commits = [
    by(null, { name: hostile, email: '', message: `${'co-authored-by: '.repeat(20_000)}\n\n<x>` }),
    by(null, { name: '', email: hostile }),
  ];
  const { coAuthors } = await authorsOf({ commits });
  expect(coAuthors).toEqual([{ login: null, name: hostile.slice(0, 1_000).trim(), type: 'user' }]);
});
