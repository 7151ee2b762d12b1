import type { TimeWindow } from '../../../period/earlier.ts';
import type { Period } from '../../../period/period.ts';
import type { Branch } from '../clone/branches.ts';
import type { Clone } from '../clone/open-clone.ts';
import { type CommitDetails, readCommitDetails } from '../history/commit-details.ts';
import { lastOf, MergeFinder, type PullRequestMerge } from '../history/merge-finder.ts';
import type { MergingCommit } from '../history/merging-commit.ts';
import {
  emptyHistory,
  type HistorySummary,
  type MainlineCommit,
  readSides,
  walkMainline,
} from '../history/mainline.ts';
import { mainlineSides } from '../history/mainline-sides.ts';
import { mergesInRollup } from '../history/rollup.ts';
import { readSelfMerge, type SelfMergeContext } from '../history/self-merge.ts';
import type { PeopleHistory } from '../people/read-people.ts';
import { earlierMerges, inSeconds } from './earlier-merges.ts';

/** Which history to read, and as which repository. */
export interface ClonedBranch {
  clone: Clone;
  branch: Branch;
  project: SelfMergeContext;
  /** Read while the walk goes on. */
  people: Promise<PeopleHistory>;
}

/** Which pull requests are wanted: those merged inside, and of some numbers those merged before. */
export interface Wanted {
  period: Period;
  cited: ReadonlySet<number>;
  /** The periods before whose merges are counted, the oldest first. */
  earlier: readonly TimeWindow[];
}

export interface Mainline {
  /** Wanted merges, oldest first; those of a rollup before the rollup. */
  merges: PullRequestMerge[];
  /** Every merge of the history, and those in the rollups of the period. */
  merging: MergingCommit[];
  /** The other commits of the period, without merges of the branch into itself. */
  direct: MainlineCommit[];
  /** The pull requests that a rollup merges, by the hash of its own merge. */
  rollups: Map<string, number[]>;
  /** Everything about the wanted merges, by the hashes of their commits. */
  commits: Map<string, CommitDetails>;
  summary: HistorySummary;
  people: PeopleHistory;
  /** The pull requests that may have been merged inside the period, where that is unclear. */
  unclear: number[];
  /** How many pull requests were merged in each of the earlier periods; null where that is unclear. */
  earlier: (number | null)[];
}

/** Reads the mainline of a branch: its line of first parents, and the sides that belong to it. */
export async function readMainline(
  { clone, branch, project, ...cloned }: ClonedBranch,
  { period, cited, earlier }: Wanted,
  onProgress: (commits: number) => void,
): Promise<Mainline> {
  const { git } = clone;
  const { start, isInside } = inSeconds(period);
  const { isInside: isEarlier } = inSeconds({
    start: earlier[0]?.start ?? period.start,
    end: period.start,
  });
  const isNamedBefore = ({ time, pulls, lists }: MergingCommit): boolean =>
    time < start && [...pulls.map(({ number }) => number), ...lists].some((n) => cited.has(n));
  const summary = emptyHistory();
  const walk = { project, summary, isInside, onProgress };
  const isOwn = (commit: MergingCommit) => isInside(commit.time) || isNamedBefore(commit);
  const finder = new MergeFinder((commit) => isOwn(commit) || isEarlier(commit.time));
  const merging: MergingCommit[] = [];
  const direct: MainlineCommit[] = [];
  const isSelfMerge = ({ parents, subject }: MainlineCommit): boolean =>
    parents.length > 1 && readSelfMerge(subject, project) === 'own';
  const take = (commit: MainlineCommit): boolean => {
    if (commit.pulls.length === 0) {
      if (!isSelfMerge(commit)) direct.push(commit);
      return false;
    }
    finder.add(commit);
    merging.push(commit);
    return isInside(commit.time);
  };
  async function* mergingInside(): AsyncGenerator<MergingCommit> {
    for await (const commit of walkMainline(clone, branch.tip, walk)) {
      if (take(commit)) yield commit;
    }
  }
  // Git compares their files while the walk goes on.
  const [commits, people] = await Promise.all([
    readCommitDetails(git, mergingInside()),
    cloned.people,
  ]);
  const sides = mainlineSides(people.graph, branch.tip, (text) => readSelfMerge(text, project));
  if (sides.hashes.length > 0) {
    for await (const commit of readSides(clone, sides.hashes, walk)) take(commit);
  }
  const unclear = new Set<number>();
  const unclearBefore: number[] = [];
  if (sides.unclear.length > 0) {
    for await (const commit of readSides(clone, sides.unclear, {
      ...walk,
      summary: emptyHistory(),
    })) {
      if (isInside(commit.time)) for (const { number } of commit.pulls) unclear.add(number);
      else if (commit.pulls.length > 0) unclearBefore.push(commit.time);
    }
  }

  const walked = finder.merges().map((merge) => {
    return { merge, inside: mergesInRollup(lastOf(merge), people.graph) };
  });
  const found = walked.filter(({ merge }) => isOwn(lastOf(merge)));
  const isWanted = (merge: PullRequestMerge): boolean =>
    isInside(lastOf(merge).time) || cited.has(merge.pull.number);
  const all = found.flatMap(({ merge, inside }) => [...inside, merge]);
  const merges = withoutEarlier(all.filter(isWanted), ({ time }) => isInside(time));
  // Sides, rollups, and what was merged before: also the beginning of a rebase inside the period.
  const outside = [...merges.flatMap((merge) => merge.commits), ...rollupsOf(merges)];
  const unread = outside.filter(({ hash }) => !commits.has(hash));
  if (unread.length > 0) {
    for (const [hash, commit] of await readCommitDetails(git, unread)) commits.set(hash, commit);
  }
  const rollups = new Map(
    found
      .filter(({ inside }) => inside.length > 0)
      .map(({ merge, inside }) => [lastOf(merge).hash, inside.map(({ pull }) => pull.number)]),
  );
  merging.push(...found.flatMap(({ inside }) => inside.map(lastOf)));
  const taken = new Set(merges.map(({ pull }) => pull.number));
  return {
    ...{ merges, merging, direct, rollups, commits, summary, people },
    unclear: [...unclear].filter((number) => !taken.has(number)),
    earlier: earlierMerges(
      earlier,
      walked.flatMap(({ merge, inside }) => [...inside, merge]),
      summary,
      unclearBefore,
    ),
  };
}

function rollupsOf(merges: readonly PullRequestMerge[]): MergingCommit[] {
  return merges.flatMap((merge) => merge.commits).flatMap(({ rollup }) => rollup ?? []);
}

/** Without the merges before the period of numbers that were merged inside it too. */
function withoutEarlier(
  merges: readonly PullRequestMerge[],
  isInside: (commit: MergingCommit) => boolean,
): PullRequestMerge[] {
  const isMergedThen = (merge: PullRequestMerge) => isInside(lastOf(merge));
  const numbers = new Set(merges.filter(isMergedThen).map(({ pull }) => pull.number));
  return merges.filter((merge) => isMergedThen(merge) || !numbers.has(merge.pull.number));
}
