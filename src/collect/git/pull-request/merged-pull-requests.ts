import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import type { DirectCommit, PullRequest } from '../../../snapshot/schema.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import { NamedCommits } from '../history/named-commits.ts';
import { Newcomers } from '../people/newcomers.ts';
import { PullWriters } from '../people/pull-writers.ts';
import { readBatchFiles } from './batch-files.ts';
import { directCommits } from './direct-commits.ts';
import { mergedPullRequest } from './merged-pull-request.ts';
import { type ClonedBranch, type Mainline, readMainline, type Wanted } from './read-mainline.ts';

export interface MergedPullRequests extends Pick<
  Mainline,
  'summary' | 'people' | 'unclear' | 'earlier'
> {
  /** In the order they were merged. */
  pullRequests: PullRequest[];
  /** The commits of the period without a pull request, in the order of time. */
  direct: DirectCommit[];
}

/**
 * Reads the pull requests that were merged in the period, and of the `cited` numbers those that were
 * merged before it.
 */
export async function readMergedPullRequests(
  cloned: ClonedBranch,
  wanted: Wanted,
  onProgress: (commits: number) => void,
): Promise<MergedPullRequests> {
  const { clone, branch, project } = cloned;
  const mainline = await readMainline(cloned, wanted, onProgress);
  const { merges, merging, rollups, commits, summary, people } = mainline;
  const batchFiles = await readBatchFiles(clone, merges);
  const writers = new PullWriters(people, merging);
  const named = new NamedCommits(people.graph, people.branches, merging);
  const newcomers = people.isWhole ? new Newcomers(people, writers, merging) : null;

  const history = {
    ...{ repository: project.repository, server: project.server, base: branch.name },
    ...{ people: people.known, writers, newcomers, named, rollups },
    read: { commits, batchFiles, shallow: clone.shallow },
  };
  const pullRequests = byNumber(merges)
    .map((ofOne) => mergedPullRequest(ofOne, history))
    .map((pull) => (isMergedInside(pull, wanted.period) ? pull : { ...pull, activity: [] }));
  const mergedAt = (pull: PullRequest): number => Date.parse(pull.mergedAt ?? '');
  return {
    pullRequests: pullRequests.toSorted((a, b) => mergedAt(a) - mergedAt(b)),
    direct: directCommits(mainline.direct, project, { writers, named }),
    ...{ summary, people, unclear: mainline.unclear, earlier: mainline.earlier },
  };
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
