import { describe, expect, test } from 'vitest';
import { compose } from '../../../src/compose/compose.ts';
import type { ConfigInput } from '../../../src/config/schema/schema.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import type { PullRequestInput, RepositoryInput } from '../../github/data/input.ts';
import { serverError } from '../../github/failures.ts';
import { config } from '../../support/report.ts';
import {
  collected,
  collectFrom,
  operations,
  second,
  times,
  week,
  withGitHub,
  yearsLater,
} from './support.ts';

const name = 'acme/app';
const { end } = week;
const [before, after] = [second(-9), '2018-01-01T00:00:00Z'];
const lastSecond = '2017-05-07T23:59:59Z';

/** Opened the number of hours after the beginning of 2016. */
const opened = (number: number, parts: PullRequestInput = {}): PullRequestInput => {
  const createdAt = new Date(Date.UTC(2016, 0, 1, number)).toISOString().replace('.000', '');
  return { number, createdAt, author: 'ann', ...parts };
};
const reviewed = (author: string, submittedAt: string) => ({ reviews: [{ author, submittedAt }] });

async function waiting(pullRequests: PullRequestInput[], now = yearsLater): Promise<number[]> {
  const snapshot = await collected([{ name, pullRequests }], { now }, { waiting: 10 });
  expect(snapshot).toMatchObject({ complete: true, warnings: [] });
  const numbers = (snapshot.waiting ?? []).map(({ number }) => number);
  for (const number of numbers) {
    const pull = snapshot.pullRequests.find((one) => one.number === number);
    expect(pull).toMatchObject({ state: 'open', draft: false });
  }
  return numbers;
}

describe('pull requests that wait for review', () => {
  test('are those nobody else has reviewed before the end', async () => {
    const pullRequests = [
      opened(1),
      opened(2, reviewed('ben', before)),
      opened(3, reviewed('ben', lastSecond)),
      opened(4, reviewed('ben', end)),
      opened(5, reviewed('Ann', before)),
      opened(6, reviewed('renovate[bot]', before)),
      opened(7, { reviews: times(12).map(() => ({ author: 'ann', submittedAt: before })) }),
      opened(8, {
        reviews: [
          ...times(12).map(() => ({ author: 'ann', submittedAt: before })),
          { author: 'ben', submittedAt: before },
        ],
      }),
    ];
    expect(await waiting(pullRequests)).toEqual([1, 4, 5, 6, 7]);
  });

  test('were open at the end, whatever came later, and whether active or not', async () => {
    const closed = (createdAt: string) => ({ type: 'ClosedEvent', createdAt }) as const;
    const reopened = (createdAt: string) => ({ type: 'ReopenedEvent', createdAt }) as const;
    const pullRequests = [
      opened(1, { closedAt: lastSecond }),
      opened(2, { closedAt: end }),
      opened(3, { mergedAt: end }),
      opened(4, { mergedAt: lastSecond }),
      opened(5, { events: [closed(before), reopened(after)] }),
      opened(6, { events: [closed(before), reopened(lastSecond)] }),
      opened(7, {
        closedAt: after,
        events: [closed(before), reopened(end), closed(after)],
      }),
      opened(8, { createdAt: lastSecond }),
      opened(9, { createdAt: end }),
    ];
    expect(await waiting(pullRequests)).toEqual([2, 3, 6, 8]);
  });

  test('were no drafts at the end, and are by people', async () => {
    const drafted = (createdAt: string) => ({ type: 'ConvertToDraftEvent', createdAt }) as const;
    const readied = (createdAt: string) => ({ type: 'ReadyForReviewEvent', createdAt }) as const;
    const pullRequests = [
      opened(1, { isDraft: true }),
      opened(2, { isDraft: true, events: [drafted(after)] }),
      opened(3, { events: [readied(after)] }),
      opened(4, { events: [readied(before)] }),
      opened(5, { author: 'renovate[bot]' }),
      opened(6, { author: null }),
    ];
    expect(await waiting(pullRequests)).toEqual([2, 4, 6]);
  });

  test('the oldest first, also behind a hundred that were reviewed', async () => {
    const pullRequests = times(130).map((n) =>
      opened(200 - n, n >= 20 ? reviewed('ben', before) : {}),
    );
    expect(await waiting(pullRequests)).toEqual(times(10).map((n) => 181 + n));
  });

  test('of several repositories, renamed or quiet ones too', async () => {
    const repositories: RepositoryInput[] = [
      { name, pullRequests: [opened(2), opened(4)] },
      { name: 'acme/new', formerNames: ['acme/old'], pullRequests: [opened(1), opened(3)] },
    ];
    await withGitHub(repositories, {}, async (github) => {
      const found = await collectFrom(github, { waiting: 3 }, [name, 'acme/old']);
      expect(found.waiting).toEqual([
        { repository: 'acme/new', number: 1 },
        { repository: name, number: 2 },
        { repository: 'acme/new', number: 3 },
      ]);
      expect(found.pullRequests.map(({ number, activity }) => [number, activity])).toEqual([
        [2, []],
        [1, []],
        [3, []],
      ]);
    });
  });

  test('the effort is limited, and a note says so', async () => {
    const pullRequests = times(700).map((n) => opened(n + 1, reviewed('ben', before)));
    await withGitHub([{ name, pullRequests }], {}, async (github) => {
      const snapshot = await collectFrom(github, { waiting: 10 });
      expect(snapshot).toMatchObject({ complete: true, waiting: [] });
      const message =
        'Only the oldest 520 open pull requests were looked at for those that wait for review.';
      expect(snapshot.warnings).toEqual([{ code: 'waiting-cut', message, repository: name }]);
      expect(operations(github)['Waiting']).toBe(6);
    });
  });

  test('a search that fails is a note', async () => {
    await withGitHub([{ name, pullRequests: [opened(1)] }], {}, async (github) => {
      github.fail(serverError(502), { matches: ({ query }) => query.startsWith('query Waiting') });
      const snapshot = await collectFrom(github, { waiting: 10 });
      expect(snapshot).toMatchObject({ complete: true, waiting: [] });
      expect(snapshot.warnings[0]).toMatchObject({ code: 'waiting-cut' });
    });
  });

  test('are not looked for unless somebody asks', async () => {
    await withGitHub([{ name, pullRequests: [opened(1)] }], {}, async (github) => {
      expect(await collectFrom(github)).not.toHaveProperty('waiting');
      expect(operations(github)).not.toHaveProperty('Waiting');
    });
  });

  test('the searches of twenty repositories share a request or two', async () => {
    const repositories = times(20).map((n) => ({
      name: `acme/app-${n}`,
      pullRequests: [opened(n + 1)],
    }));
    await withGitHub(repositories, {}, async (github) => {
      expect((await collectFrom(github, { waiting: 10 })).waiting).toHaveLength(10);
      expect(operations(github)['Waiting']).toBeLessThanOrEqual(3);
    });
  });
});

test('the help that a report asks for: without what the config leaves out', async () => {
  const labelled = (number: number, ...labels: string[]) => ({
    number,
    ...{ labels, createdAt: second(number) },
  });
  const repository: RepositoryInput = {
    name,
    pullRequests: [opened(1), opened(2, { labels: ['skip'] }), opened(3), opened(4)],
    issues: [
      labelled(11, 'Good First Issue'),
      {
        ...labelled(12, 'Beginner friendly'),
        comments: [{ author: 'ben', createdAt: second(90) }],
      },
      labelled(13, 'bug'),
      { ...labelled(14, 'e-easy'), closedAt: second(99) },
      { ...labelled(15, 'help wanted'), createdAt: before },
    ],
  };
  const snapshot: Snapshot = await collected([repository], {}, { waiting: 20 });
  const help = (input: ConfigInput) => {
    const { pulls, issues } = compose(snapshot, config(input), 0).helpWanted;
    return [pulls, issues].map((entries) => entries.map(({ refs }) => refs[0]?.number));
  };
  const show: ConfigInput = { show: ['help-wanted'], exclude: { labels: ['skip'] } };
  expect(help(show)).toEqual([
    [1, 3, 4],
    [12, 11],
  ]);
  expect(help({ ...show, limits: { help: 1 } })).toEqual([[1], [12]]);
  expect(help({ ...show, labels: { help: ['b*g'] } })).toEqual([[1, 3, 4], [13]]);
  expect(help({})).toEqual([[], []]);
});
