import { describe, expect, test } from 'vitest';
import { collected, collectFrom, issue, numbers, pull, second, times } from './support.ts';
import { week, withGitHub, yearsLater } from './support.ts';

const name = 'acme/app';

describe('a pull request', () => {
  test('comes with all its facts', async () => {
    const snapshot = await collected([
      {
        name,
        defaultBranch: 'master',
        pullRequests: [
          {
            number: 12,
            title: 'cli: add a flag',
            body: 'Why.\n\nFixes #8, see other/place#3.\n\n```release-note\nA flag.\n```',
            author: 'ada',
            createdAt: '2017-05-02T10:00:00Z',
            mergedAt: '2017-05-03T10:00:00Z',
            mergedBy: 'grace',
            mergeCommit: '0123456789012345678901234567890123456789',
            labels: ['area/cli', 'bug'],
            files: [
              { path: 'src/cmd/main.go', additions: 5, deletions: 1 },
              { path: 'docs/cli.md', additions: 2 },
            ],
            commits: [
              { committedDate: '2017-05-02T09:00:00Z', author: 'ada' },
              { committedDate: '2017-05-02T15:00:00Z', author: null, name: 'Ada L.' },
            ],
            comments: [{ author: 'renovate[bot]', createdAt: '2017-05-02T11:00:00Z' }],
            reviews: [
              { author: 'grace', submittedAt: '2017-05-02T12:00:00Z', state: 'APPROVED' },
              { author: 'grace', submittedAt: null, state: 'PENDING' },
            ],
            closingIssuesReferences: [7],
          },
        ],
        issues: [
          { number: 7, author: null, createdAt: '2017-05-01T00:00:00Z' },
          { number: 8, createdAt: '2017-05-01T00:00:00Z' },
        ],
      },
    ]);
    expect(snapshot).toMatchObject({ complete: true, warnings: [], repositories: [name] });
    expect(pull(snapshot, 12)).toEqual({
      repository: name,
      number: 12,
      title: 'cli: add a flag',
      body: 'Why.\n\nFixes #8, see other/place#3.\n\n```release-note\nA flag.\n```',
      author: { login: 'ada', type: 'user' },
      createdAt: '2017-05-02T10:00:00Z',
      closedAt: '2017-05-03T10:00:00Z',
      labels: ['area/cli', 'bug'],
      state: 'merged',
      mergedAt: '2017-05-03T10:00:00Z',
      mergedBy: { login: 'grace', type: 'user' },
      base: 'master',
      mergeCommit: '0123456789012345678901234567890123456789',
      files: [
        { path: 'src/cmd/main.go', additions: 5, deletions: 1 },
        { path: 'docs/cli.md', additions: 2, deletions: 0 },
      ],
      filesComplete: true,
      draft: false,
      coAuthors: [{ login: null, name: 'Ada L.', type: 'user' }],
      changelog: null,
      note: 'A flag.',
      firstByAuthor: true,
      activity: [
        { did: 'opened', by: { login: 'ada', type: 'user' }, at: '2017-05-02T10:00:00Z' },
        { did: 'commented', by: { login: 'renovate', type: 'bot' }, at: '2017-05-02T11:00:00Z' },
        { did: 'reviewed', by: { login: 'grace', type: 'user' }, at: '2017-05-02T12:00:00Z' },
        {
          did: 'committed',
          by: { login: null, name: 'Ada L.', type: 'user' },
          at: '2017-05-02T15:00:00Z',
        },
        { did: 'merged', by: { login: 'grace', type: 'user' }, at: '2017-05-03T10:00:00Z' },
      ],
      references: [
        { repository: name, number: 7, relation: 'closes', from: 'github' },
        { repository: name, number: 8, relation: 'closes', from: 'body' },
        { repository: 'other/place', number: 3, relation: 'mentions', from: 'body' },
      ],
    });
    expect(issue(snapshot, 7).author).toEqual({ login: 'ghost', type: 'ghost' });
  });

  test('is included when merged, opened, closed or active inside', async () => {
    const before = '2017-04-01T00:00:00Z';
    const inside = '2017-05-03T00:00:00Z';
    const event = (type: string) => ({ createdAt: before, events: [{ type, createdAt: inside }] });
    const quiet = { createdAt: before, updatedAt: yearsLater };
    const snapshot = await collected([
      {
        name,
        pullRequests: [
          { number: 1, createdAt: before, mergedAt: inside },
          { number: 2, createdAt: inside },
          { number: 3, createdAt: before, closedAt: inside },
          { number: 4, createdAt: before, comments: [{ createdAt: inside }] },
          { number: 5, createdAt: before, reviews: [{ submittedAt: inside }] },
          { number: 6, createdAt: before, commits: [{ committedDate: inside }] },
          { number: 7, ...event('HeadRefForcePushedEvent') },
          { number: 8, ...event('ReopenedEvent') },
          { number: 11, ...quiet },
          { number: 12, createdAt: before, comments: [{ createdAt: week.end }] },
          { number: 13, createdAt: week.end },
          { number: 14, ...event('LabeledEvent') },
        ],
      },
    ]);
    expect(numbers(snapshot.pullRequests)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(snapshot.complete).toBe(true);
  });

  test('the period is half-open', async () => {
    const created = { createdAt: '2017-04-01T00:00:00Z' };
    const snapshot = await collected([
      {
        name,
        pullRequests: [
          { number: 1, ...created, mergedAt: '2017-04-30T23:59:59Z' },
          { number: 2, ...created, mergedAt: week.start },
          { number: 3, ...created, mergedAt: '2017-05-07T23:59:59Z' },
          { number: 4, ...created, mergedAt: week.end },
        ],
      },
    ]);
    expect(numbers(snapshot.pullRequests)).toEqual([2, 3]);
  });

  test('has the files that GitHub lists', async () => {
    const merged = (number: number) => ({ number, mergedAt: second(number) });
    const snapshot = await collected([
      {
        name,
        pullRequests: [
          { ...merged(1), files: 250 },
          { ...merged(2), files: null },
          { ...merged(3), files: 3_100 },
          { ...merged(4), files: [] },
        ],
      },
    ]);
    const files = (number: number) => pull(snapshot, number);
    expect(files(1).files).toHaveLength(250);
    expect(files(1).filesComplete).toBe(true);
    expect(files(2)).toMatchObject({ files: null, filesComplete: false });
    expect(files(3).files).toHaveLength(3_000);
    expect(files(3).filesComplete).toBe(false);
    expect(files(4)).toMatchObject({ files: [], filesComplete: true });
    // Nothing that GitHub has is missing, but the reader should know.
    expect(snapshot.complete).toBe(true);
    expect(snapshot.warnings.map(({ code }) => code)).toEqual(['files-cut', 'files-unknown']);
  });

  test('is or isn’t the first merged one of its author', async () => {
    const snapshot = await collected([
      {
        name,
        pullRequests: [
          { number: 1, author: 'old-hand', mergedAt: '2016-01-01T00:00:00Z' },
          { number: 2, author: 'old-hand', mergedAt: second(1) },
          { number: 3, author: 'novice', mergedAt: second(9) },
          { number: 4, author: 'novice', mergedAt: second(5) },
          { number: 5, author: 'renovate[bot]', mergedAt: second(6) },
          { number: 6, author: null, mergedAt: second(7) },
          { number: 7, author: 'hopeful', createdAt: second(1) },
        ],
      },
    ]);
    const firsts = snapshot.pullRequests.map(({ number, firstByAuthor }) => [
      number,
      firstByAuthor,
    ]);
    expect(firsts).toEqual([
      [2, false],
      [3, false],
      [4, true],
      [5, null],
      [6, null],
      [7, null],
    ]);
  });
});

describe('an issue', () => {
  test('of a repository that was not asked for stays a reference', async () => {
    const data = [
      { name, pullRequests: [{ mergedAt: second(1), closingIssuesReferences: ['acme/tool#4'] }] },
      { name: 'acme/tool', issues: [{ number: 4, createdAt: second(2) }] },
    ];
    const snapshot = await withGitHub(data, {}, (github) => collectFrom(github, {}, [name]));
    expect(snapshot.issues).toEqual([]);
    expect(snapshot.pullRequests[0]?.references).toEqual([
      { repository: 'acme/tool', number: 4, relation: 'closes', from: 'github' },
    ]);
  });

  test('that a merged pull request closes is included, even if quiet', async () => {
    const quiet = { createdAt: '2016-01-01T00:00:00Z' };
    const snapshot = await collected([
      {
        name,
        pullRequests: [
          { number: 1, mergedAt: second(1), closingIssuesReferences: [11], body: 'Closes #12' },
          { number: 2, createdAt: second(1), closingIssuesReferences: [13] },
          { number: 3, mergedAt: second(2), body: 'Fixes #1, fixes #99, fixes else/where#5' },
        ],
        issues: [11, 12, 13].map((number) => ({ number, ...quiet })),
      },
    ]);
    expect(numbers(snapshot.issues)).toEqual([11, 12]);
    expect(issue(snapshot, 11)).toMatchObject({ state: 'open', activity: [] });
    expect(snapshot).toMatchObject({ complete: true, warnings: [] });
  });

  test('has only the activity inside', async () => {
    const snapshot = await collected([
      {
        name,
        issues: [
          {
            number: 1,
            author: 'ada',
            createdAt: '2017-04-01T00:00:00Z',
            closedAt: '2017-05-04T00:00:00Z',
            closedBy: 'grace',
            comments: ['2017-04-30T23:59:59Z', '2017-05-01T00:00:00Z', '2017-05-08T00:00:00Z'].map(
              (createdAt) => ({ author: { login: 'm', type: 'Mannequin' as const }, createdAt }),
            ),
          },
        ],
      },
    ]);
    expect(issue(snapshot, 1).activity).toEqual([
      { did: 'commented', by: { login: 'm', type: 'user' }, at: '2017-05-01T00:00:00Z' },
      { did: 'closed', by: { login: 'grace', type: 'user' }, at: '2017-05-04T00:00:00Z' },
    ]);
  });
});

test('reads lists longer than a page to their ends', async () => {
  const snapshot = await collected([
    {
      name,
      pullRequests: [
        {
          number: 1,
          createdAt: '2017-04-30T00:00:00Z',
          mergedAt: second(600_000),
          labels: times(130).map((n) => `label-${n}`),
          comments: times(230).map((n) => ({ createdAt: second(n) })),
          reviews: times(120).map((n) => ({ submittedAt: second(n) })),
          commits: times(140).map((n) => ({ committedDate: second(n) })),
          files: 170,
          closingIssuesReferences: times(25).map((n) => 100 + n),
        },
      ],
      issues: times(25).map((n) => ({ number: 100 + n, createdAt: '2016-01-01T00:00:00Z' })),
    },
  ]);
  const { activity, labels, files, references } = pull(snapshot, 1);
  const did = (what: string) => activity.filter((act) => act.did === what).length;
  expect([did('commented'), did('reviewed'), did('committed')]).toEqual([230, 120, 140]);
  expect([labels.length, files?.length, references.length]).toEqual([130, 170, 25]);
  expect(snapshot.issues).toHaveLength(25);
  expect(snapshot.complete).toBe(true);
});

test('one warning for all items that lack the same', async () => {
  const files = (number: number) => ({ number, mergedAt: second(number), files: null });
  const unknown = async (count: number) => {
    const pullRequests = Array.from({ length: count }, (_, n) => files(n + 1));
    return (await collected([{ name, pullRequests }])).warnings.map(({ message }) => message);
  };
  const warned = (which: string) => [`GitHub does not list the files of ${which}.`];
  expect(await unknown(1)).toEqual(warned('#1'));
  expect(await unknown(2)).toEqual(warned('#1 and #2'));
  expect(await unknown(5)).toEqual(warned('#1, #2, #3, #4 and #5'));
  expect(await unknown(40)).toEqual(warned('#1, #2, #3, #4, #5 and 35 more'));
});
