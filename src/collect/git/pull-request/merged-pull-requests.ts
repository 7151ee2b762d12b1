import type { Period } from '../../../period/period.ts';
import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import type { PullRequest } from '../../../snapshot/schema.ts';
import type { Branch } from '../clone/branches.ts';
import type { Clone } from '../clone/open-clone.ts';
import { readCommitDetails } from '../history/commit-details.ts';
import { emptyHistory, type HistorySummary, walkFirstParents } from '../history/first-parents.ts';
import { MergeFinder, type PullRequestMerge } from '../history/merge-finder.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import { Newcomers } from '../people/newcomers.ts';
import { PullWriters } from '../people/pull-writers.ts';
import type { PeopleHistory } from '../people/read-people.ts';
import { mergedPullRequest } from './merged-pull-request.ts';

/** Which history to read, and as which repository. */
export interface ClonedBranch {
  clone: Clone;
  branch: Branch;
  repository: string;
  server: string;
  /** Read while the walk goes on. */
  people: Promise<PeopleHistory>;
}

export interface MergedPullRequests {
  /** In the order they were merged. */
  pullRequests: PullRequest[];
  summary: HistorySummary;
  people: PeopleHistory;
}

/**
 * Reads the pull requests that were merged in the period, and of the `cited` numbers those that were
 * merged before it.
 */
export async function readMergedPullRequests(
  { clone, branch, repository, server, ...cloned }: ClonedBranch,
  period: Period,
  cited: ReadonlySet<number>,
  onProgress: (commits: number) => void,
): Promise<MergedPullRequests> {
  const { git, shallow } = clone;
  const [start, end] = [Date.parse(period.start) / 1000, Date.parse(period.end) / 1000];
  const isInside = (time: number): boolean => start <= time && time < end;
  const isCited = ({ time, pulls }: MergingCommit): boolean =>
    time < start && pulls.some(({ number }) => cited.has(number));
  const summary = emptyHistory();
  const merging: MergingCommit[] = [];
  const finder = new MergeFinder((commit) => isInside(commit.time) || isCited(commit));
  async function* mergingInside(): AsyncGenerator<MergingCommit> {
    const walk = walkFirstParents(clone, branch.tip, { summary, isInside }, onProgress);
    for await (const commit of walk) {
      finder.add(commit);
      merging.push(commit);
      if (isInside(commit.time)) yield commit;
    }
  }
  // Git compares their files while the walk goes on.
  const [commits, people] = await Promise.all([
    readCommitDetails(git, mergingInside()),
    cloned.people,
  ]);
  const merges = withoutEarlier(finder.merges(), ({ time }) => isInside(time));
  // A rebase that was completed inside the period may have begun before it.
  const outside = merges.flatMap((merge) => merge.commits).filter(({ hash }) => !commits.has(hash));
  if (outside.length > 0) {
    for (const [hash, commit] of await readCommitDetails(git, outside)) commits.set(hash, commit);
  }
  const writers = new PullWriters(people, merging);
  const newcomers = people.isWhole ? new Newcomers(writers, merging) : null;

  const history = {
    ...{ repository, server, base: branch.name, commits, shallow },
    ...{ people: people.known, writers, newcomers },
  };
  const pullRequests = byNumber(merges)
    .map((ofOne) => mergedPullRequest(ofOne, history))
    .map((pull) => (isMergedInside(pull, period) ? pull : { ...pull, activity: [] }));
  const mergedAt = (pull: PullRequest): number => Date.parse(pull.mergedAt ?? '');
  return {
    pullRequests: pullRequests.toSorted((a, b) => mergedAt(a) - mergedAt(b)),
    summary,
    people,
  };
}

/** Without the merges before the period of numbers that were merged inside it too. */
function withoutEarlier(
  merges: readonly PullRequestMerge[],
  isInside: (commit: MergingCommit) => boolean,
): PullRequestMerge[] {
  const isMergedThen = ({ commits }: PullRequestMerge) => isInside(commits.at(-1) ?? commits[0]);
  const numbers = new Set(merges.filter(isMergedThen).map(({ pull }) => pull.number));
  return merges.filter((merge) => isMergedThen(merge) || !numbers.has(merge.pull.number));
}

function byNumber(merges: readonly PullRequestMerge[]): PullRequestMerge[][] {
  const groups = new Map<number, PullRequestMerge[]>();
  for (const merge of merges) {
    const group = groups.get(merge.pull.number);
    if (group) group.push(merge);
    else groups.set(merge.pull.number, [merge]);
  }
  return [...groups.values()];
}
