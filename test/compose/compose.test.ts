import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import type { Entry } from '../../src/compose/view/entry-schema.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { act, bot, closes, issue, pull, snapshot, user } from '../support/snapshot.ts';

const view = (parts: Partial<Snapshot>, input: ConfigInput = {}, earlier = 0) =>
  compose(snapshot(parts), config(input), earlier);
const numbers = (entries: Entry[]) => entries.map(({ refs }) => refs.map(({ number }) => number));

describe('title and number in the series', () => {
  test('the date in words, and the count of the reports before it', () => {
    expect(view({}, {}, 7)).toMatchObject({
      title: 'Development report for 8 May 2017',
      ordinal: 'eighth',
      cadence: 'weekly',
      period: { firstDay: '2017-05-01', lastDay: '2017-05-07' },
    });
    expect(view({}, {}, 20).ordinal).toBe('twenty-first');
    expect(view({}, {}, 120).ordinal).toBe('one hundred twenty-first');
  });
});

describe('entries', () => {
  test('join pull requests with what they resolve; the author first, the others by their first act', () => {
    const { merged } = view({
      pullRequests: [
        pull(1, {
          references: [closes(10)],
          activity: [
            act('merged', 'late', '2017-05-05T00:00:00Z'),
            act('reviewed', 'early', '2017-05-01T00:00:00Z'),
          ],
        }),
      ],
      issues: [
        issue(10, {
          author: user('reporter'),
          activity: [act('commented', 'Early', '2017-05-02T00:00:00Z')],
        }),
      ],
    });
    expect(merged[0]?.entries[0]).toMatchObject({
      refs: [
        { number: 1, kind: 'pull', state: 'merged', label: { markdown: '#1' } },
        { number: 10, kind: 'issue', state: 'open', title: 'Problem 10' },
      ],
      credits: [{ name: 'rneugeba' }, { name: 'early' }, { name: 'late' }],
      reason: { section: 'core', rule: 'fallback' },
    });
  });

  test('an unknown issue is still named', () => {
    const { merged } = view({ pullRequests: [pull(1, { references: [closes(10, 'moby/tool')] })] });
    expect(merged[0]?.entries[0]?.refs[1]).toEqual({
      repository: 'moby/tool',
      number: 10,
      short: { markdown: 'tool#10' },
      id: 'moby/tool#10',
      kind: 'issue',
      labels: [],
      state: 'unknown',
      title: null,
      url: { markdown: 'https://github.com/moby/tool/issues/10' },
      label: { markdown: 'moby/tool#10' },
      base: null,
      draft: null,
      stateReason: null,
    });
  });

  test('the changelog note replaces the title', () => {
    const { merged } = view({ pullRequests: [pull(1, { note: 'Kernels are\nsigned now' })] });
    expect(merged[0]?.entries[0]?.text).toBe('Kernels are signed now');
  });

  test('an invisible title is replaced by the number', () => {
    const { merged } = view({ pullRequests: [pull(1, { title: ' \u202e ' })] });
    expect(merged[0]?.entries[0]?.text).toBe('Pull request 1');
  });

  test('people without a known login are credited by name; bots never', () => {
    const { merged } = view({
      pullRequests: [
        pull(1, {
          author: { login: null, name: 'Ada Lovelace', type: 'user' },
          activity: [{ did: 'merged', by: bot('bors'), at: '2017-05-03T00:00:00Z' }],
        }),
      ],
    });
    expect(merged[0]?.entries[0]?.credits).toEqual([
      {
        name: 'Ada Lovelace',
        login: null,
        label: { markdown: 'Ada Lovelace' },
        url: { markdown: '' },
      },
    ]);
  });

  test("bots' pull requests share an entry a section, or have one each", () => {
    const pullRequests = [
      pull(1, { author: bot('dependabot'), references: [closes(10)] }),
      pull(2),
      pull(3, { author: bot('renovate') }),
      pull(4, { author: bot('dependabot'), title: 'kernel: bump' }),
    ];
    const [core, kernel] = view({ pullRequests }).merged;
    expect(core?.entries.map(({ text, refs }) => [text, refs.length])).toEqual([
      ['Change 2', 1],
      ['2 pull requests by dependabot, renovate', 2],
    ]);
    expect(kernel?.entries.map(({ text }) => text)).toEqual(['kernel: bump']);
    expect(view({ pullRequests }, { bots: 'list' }).merged[0]?.entries).toHaveLength(3);
    expect(view({ pullRequests }, { bots: 'exclude' })).toMatchObject({ excluded: 3 });
  });
});

describe('the other lists', () => {
  const closedInside = {
    state: 'closed',
    closedAt: '2017-05-04T00:00:00Z',
    activity: [act('closed', 'x')],
  } as const;

  test('items closed in the period, including those in merged entries', () => {
    const { closedIssues, closedUnmerged } = view({
      pullRequests: [
        pull(1, { references: [closes(10)] }),
        pull(2, { ...closedInside, mergedAt: null, activity: [] }),
        pull(3, {
          ...closedInside,
          mergedAt: null,
          closedAt: '2017-04-30T23:59:59Z',
          activity: [],
        }),
      ],
      issues: [
        issue(10, { ...closedInside, activity: [...closedInside.activity] }),
        issue(11, { ...closedInside, activity: [...closedInside.activity] }),
        issue(12, { state: 'closed', closedAt: '2017-04-01T00:00:00Z' }),
        issue(13, { state: 'open', activity: [act('closed', 'x'), act('reopened', 'x')] }),
      ],
    });
    expect(numbers(closedIssues)).toEqual([[10], [11]]);
    expect(numbers(closedUnmerged)).toEqual([[2]]);
  });

  test('a pull request merged before the period and discussed in it is in no list', () => {
    const before = '2017-04-30T23:59:59Z';
    const report = view({
      pullRequests: [
        pull(1, { mergedAt: before, closedAt: before, activity: [act('commented', 'late')] }),
        pull(2, { mergedAt: '2017-05-01T00:00:00Z' }),
      ],
    });
    expect(report.merged.flatMap(({ entries }) => numbers(entries))).toEqual([[2]]);
    expect(report.stats.pullsMerged).toBe(1);
    expect([...report.active, ...report.closedUnmerged]).toEqual([]);
  });

  test('open items, and those of unknown state, with activity', () => {
    const { active } = view({
      pullRequests: [
        pull(1, { state: 'open', mergedAt: null, activity: [act('commented', 'x')] }),
        pull(2),
      ],
      issues: [
        issue(10, { activity: [act('commented', 'x')] }),
        issue(11),
        issue(12, { state: 'unknown', activity: [act('commented', 'x')] }),
        issue(13, { ...closedInside, activity: [...closedInside.activity] }),
      ],
    });
    expect(numbers(active)).toEqual([[1], [10], [12]]);
  });

  test('issues by people, then posts, then the newest; those beyond the limit in a list of their own', () => {
    const talk = (...logins: string[]) => logins.map((login) => act('commented', login));
    const { issues, moreIssues } = view(
      {
        pullRequests: [pull(1, { references: [closes(10)] })],
        issues: [
          issue(10, { activity: talk('a', 'b', 'c', 'd') }),
          issue(11, { activity: talk('a', 'A', 'a') }),
          issue(12, { activity: talk('a', 'b') }),
          issue(13, {
            activity: [
              ...talk('a'),
              { did: 'commented', by: bot('ci'), at: '2017-05-03T00:00:00Z' },
            ],
          }),
          issue(14, { activity: [act('opened', 'z')] }),
          issue(15),
        ],
      },
      { limits: { issues: 2 } },
    );
    expect(numbers(issues)).toEqual([[12], [11]]);
    expect(numbers(moreIssues)).toEqual([[14], [13]]);
  });

  test('issues of equal attention and number by their repository', () => {
    const repositories = ['linuxkit/linuxkit', 'linuxkit/kubernetes', 'moby/tool'];
    const activity = [act('commented', 'a')];
    const { issues } = view({
      issues: repositories.map((repository) => issue(1, { repository, activity })),
    });
    expect(issues.flatMap(({ refs }) => refs.map(({ repository }) => repository))).toEqual(
      repositories.toSorted(),
    );
  });

  test('numbers of the period, without bots', () => {
    const { stats } = view({
      pullRequests: [
        pull(1, { activity: [act('opened', 'a'), act('reviewed', 'b'), act('merged', 'b')] }),
        pull(2, { createdAt: '2017-04-30T23:59:59Z' }),
        pull(3, { createdAt: null, state: 'open', mergedAt: null }),
      ],
      issues: [
        issue(10, {
          createdAt: '2017-05-01T00:00:00Z',
          activity: [act('opened', 'C'), act('commented', 'c')],
        }),
        issue(11, {
          createdAt: '2017-05-08T00:00:00Z',
          activity: [{ did: 'commented', by: bot('d'), at: '2017-05-03T00:00:00Z' }],
        }),
        issue(12, { ...closedInside, activity: [] }),
      ],
    });
    expect(stats).toEqual({
      contributions: 4,
      contributors: 4,
      pullsOpened: 1,
      pullsMerged: 2,
      pullsClosed: 0,
      issuesOpened: 1,
      issuesClosed: 1,
      bots: { pullsOpened: 0, pullsMerged: 0 },
      hoursToMerge: 41,
      previous: null,
      history: [],
    });
  });

  test('newcomers are the authors of a first merged pull request, each once', () => {
    const pullRequests = [
      pull(1, { firstByAuthor: true, author: user('new') }),
      pull(2, { firstByAuthor: true, author: user('New') }),
      pull(3, { firstByAuthor: false, author: user('old') }),
      pull(4, { firstByAuthor: null, author: user('unknown') }),
    ];
    const { newcomers, entries } = view({ pullRequests });
    expect(newcomers).toMatchObject([
      {
        name: 'new',
        url: { markdown: 'https://github.com/new' },
        refs: [{ number: 1 }, { number: 2 }],
      },
    ]);
    expect(entries.map(({ newcomer }) => newcomer)).toEqual([true, true, false, false]);
  });
});
