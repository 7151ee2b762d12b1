import { afterEach, expect, test } from 'vitest';
import { askPullRequest } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { IssueInput, PullRequestInput } from './data/input.ts';
import { startGitHub, type GitHub } from './server.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(pullRequest: PullRequestInput, ...issues: IssueInput[]) {
  const repository = { name: 'acme/app', pullRequests: [{ number: 1, ...pullRequest }], issues };
  github = await startGitHub({ data: dataSet({ repositories: [repository] }) });
}

const at = (day: number) => `2017-05-${String(day).padStart(2, '0')}T12:00:00Z`;

const timeline = (
  args: string,
) => `timelineItems(first: 50, ${args}) { filteredCount nodes { __typename
  ... on IssueComment { at: createdAt by: author { login } }
  ... on PullRequestReview { sent: submittedAt by: author { login } }
  ... on PullRequestCommit { commit { committedDate } }
  ... on MergedEvent { at: createdAt by: actor { login } }
  ... on ClosedEvent { at: createdAt by: actor { login } }
  ... on ReopenedEvent { at: createdAt by: actor { login } }
  ... on LabeledEvent { at: createdAt label { name } }
  ... on RenamedTitleEvent { at: createdAt previousTitle currentTitle }
  ... on HeadRefForcePushedEvent { at: createdAt by: actor { login } }
  ... on CrossReferencedEvent { at: createdAt willCloseTarget isCrossRepository source { ... on Issue { number } } }
} }`;

test('the timeline has every event, oldest first; merging and closing are derived', async () => {
  await start(
    {
      createdAt: at(1),
      author: 'ada',
      mergedAt: at(9),
      mergedBy: 'grace',
      title: 'New',
      comments: [{ author: 'bob', createdAt: at(8) }],
      reviews: [{ author: 'cleo', submittedAt: at(7) }],
      events: [
        { type: 'ClosedEvent', createdAt: at(2), actor: 'bob' },
        { type: 'ReopenedEvent', createdAt: at(3), actor: 'ada' },
        { type: 'LabeledEvent', createdAt: at(4), label: 'bug' },
        { type: 'RenamedTitleEvent', createdAt: at(5), previousTitle: 'Old' },
        { type: 'HeadRefForcePushedEvent', createdAt: at(6) },
        { type: 'CrossReferencedEvent', createdAt: at(10), source: 7 },
      ],
    },
    { number: 7 },
  );
  const [ada, bob, cleo, grace] = ['ada', 'bob', 'cleo', 'grace'].map((login) => ({ login }));
  const expected = [
    { __typename: 'PullRequestCommit', commit: { committedDate: at(1) } },
    { __typename: 'ClosedEvent', at: at(2), by: bob },
    { __typename: 'ReopenedEvent', at: at(3), by: ada },
    { __typename: 'LabeledEvent', at: at(4), label: { name: 'bug' } },
    { __typename: 'RenamedTitleEvent', at: at(5), previousTitle: 'Old', currentTitle: 'New' },
    { __typename: 'HeadRefForcePushedEvent', at: at(6), by: ada },
    { __typename: 'PullRequestReview', sent: at(7), by: cleo },
    { __typename: 'IssueComment', at: at(8), by: bob },
    { __typename: 'MergedEvent', at: at(9), by: grace },
    { __typename: 'ClosedEvent', at: at(9), by: grace },
    {
      __typename: 'CrossReferencedEvent',
      at: at(10),
      willCloseTarget: false,
      isCrossRepository: false,
      source: { number: 7 },
    },
  ];
  const since = (instant: string) => `since: ${JSON.stringify(instant)}`;
  expect(await askPullRequest(github, timeline(since('2000-01-01T00:00:00Z')))).toEqual({
    timelineItems: { filteredCount: 11, nodes: expected },
  });
  expect(await askPullRequest(github, timeline(since(at(8))))).toMatchObject({
    timelineItems: { nodes: expected.slice(7) },
  });
  expect(
    await askPullRequest(github, timeline('itemTypes: [ISSUE_COMMENT, CLOSED_EVENT]')),
  ).toMatchObject({
    timelineItems: { nodes: [expected[1], expected[7], expected[9]] },
  });
});

test('updatedAt is the latest of all facts, unless given', async () => {
  await start({
    createdAt: at(1),
    mergedAt: at(2),
    comments: [{ createdAt: '2024-01-01T00:00:00Z' }],
  });
  expect(await askPullRequest(github, 'updatedAt')).toEqual({ updatedAt: '2024-01-01T00:00:00Z' });
  github.data.update('acme/app#1', { updatedAt: at(5) });
  expect(await askPullRequest(github, 'updatedAt')).toEqual({ updatedAt: at(5) });
});
