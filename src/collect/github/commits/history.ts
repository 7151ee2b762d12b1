import * as v from 'valibot';
import { contains } from '../../../period/period.ts';
import { object, scalar, type FactValue } from '../facts/fact.ts';
import type { List } from '../facts/list.ts';
import { dateTime, identifier } from '../facts/scalars.ts';
import { divideTime } from '../find/search/ranges.ts';
import { pageField, type ListOwner } from '../lists/page-field.ts';
import { readPages, uniqueNodes, type PagesRead } from '../lists/read-pages.ts';
import { repositoryOwner } from '../lists/repository-lists.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import type { SurveyedRepository } from '../survey/survey-repository.ts';
import { toInstant, toSeconds } from '../survey/seconds.ts';

const commit = object({
  id: scalar(identifier),
  oid: scalar(identifier),
  committedDate: scalar(dateTime),
  messageHeadline: scalar(v.string()),
});

/** A commit of the default branch. Anything inside it costs more than the commit itself. */
export type HistoryCommit = FactValue<typeof commit>;

/** GitHub's longest page. */
const longestPage = 100;
/** Into how many parts the period is divided at most, to read them side by side. */
const mostParts = 60;

/** The commits from one second to another, newest first; both seconds belong to it. */
function historyList(from: number, to: number): List<HistoryCommit> {
  return {
    field: 'history',
    arguments: `since: "${toInstant(from)}", until: "${toInstant(to)}"`,
    first: longestPage,
    node: commit,
    key: ({ oid }) => oid,
  };
}

const branch = v.nullable(
  v.object({ defaultBranchRef: v.nullable(v.object({ target: v.nullable(v.unknown()) })) }),
);

/**
 * The commits inside the period that the default branch has today, newest first, with those that merges
 * brought. There are none in an empty repository.
 *
 * @param first how many to ask for at first: they show how many there may be
 */
export async function readHistory(
  run: Run,
  { nameWithOwner: repository, defaultBranch }: SurveyedRepository,
  first: number,
): Promise<PagesRead<HistoryCommit>> {
  if (defaultBranch === null) return { nodes: [], complete: false, absent: true };
  const { requester, period } = run;
  const repositoryPart = repositoryOwner(repository, 'History');
  const owner: ListOwner = {
    ...repositoryPart,
    text: (selection) =>
      repositoryPart.text(`defaultBranchRef { target { ... on Commit { ${selection} } } }`),
    deferrable: true,
    inside: (value) => v.parse(branch, value)?.defaultBranchRef?.target ?? null,
  };
  const [from, to] = [toSeconds(period.start), toSeconds(period.end)];
  const whole = historyList(from, to - 1);
  const page = await ask();
  if (page instanceof Failure) return { nodes: [], complete: false, failure: page };
  if (page === null) return { nodes: [], complete: false, absent: true };
  if (!page.hasNextPage && page.holes === 0) return { nodes: inside(page.nodes), complete: true };

  const oldest = page.nodes.at(-1)?.committedDate ?? period.start;
  const seconds = Math.max(1, to - toSeconds(oldest));
  const expected = (page.nodes.length * (to - from)) / seconds;
  const bounds = divideTime(from, to, Math.ceil(expected / longestPage), mostParts);
  const parts = await Promise.all(
    bounds.slice(1).map(async (end, index) => {
      const list = historyList(bounds[index] ?? end, end - 1);
      return readPages((after) => requester.ask(pageField(owner, list, after)), list);
    }),
  );
  const nodes = parts.toReversed().flatMap((part) => part.nodes);
  return {
    nodes: uniqueNodes(inside(nodes), ({ oid }) => oid),
    complete: parts.every(({ complete }) => complete),
  };

  async function ask() {
    try {
      return await requester.ask(pageField(owner, whole, null, first));
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }

  function inside(commits: readonly HistoryCommit[]): HistoryCommit[] {
    return commits.filter(({ committedDate }) => contains(period, committedDate));
  }
}

/** How many commits to ask each repository for at first, so that many share a request. */
export function firstCommits(repositories: number): number {
  return Math.max(20, Math.min(longestPage, Math.floor(1_800 / repositories) - 10));
}
