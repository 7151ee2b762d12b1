import { itemKey } from '../../../item/item-id.ts';
import { compareTexts } from '../../../period/instant.ts';
import { readMergeMessage } from '../../git/history/merge-message.ts';
import { readSelfMerge } from '../../git/history/self-merge.ts';
import { defaultBranchNames } from '../default-branches.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import type { GitActor } from '../facts/people.ts';
import type { PagesRead } from '../lists/read-pages.ts';
import type { Run } from '../run.ts';
import type { SurveyedRepository } from '../survey/survey-repository.ts';
import { readAuthors } from './branch-authors.ts';
import { lineageFragment, pushedFragment, type PushedCommit } from './commit-facts.ts';
import { offFirstParents } from './first-parents.ts';
import type { HistoryCommit } from './history.ts';
import { readCommitsById } from './read-commits-by-id.ts';

/** A commit that no pull request brought to the default branch. */
export interface PlainCommit {
  repository: string;
  oid: string;
  at: string;
  message: string;
  /** The one of git first. */
  authors: readonly GitActor[];
}

/**
 * The commits that were pushed to the default branch inside the period, oldest first. What merged pull
 * requests brought is known by their commits, or by its message; of all others, GitHub is asked which
 * pull request they came with. Of what a push merged, only the merge counts.
 */
export async function readDirectCommits(
  run: Run,
  repository: SurveyedRepository,
  { nodes: history, complete, failure, absent }: PagesRead<HistoryCommit>,
  pulls: readonly PullRequestFacts[],
): Promise<PlainCommit[]> {
  const { nameWithOwner: name, defaultBranch, isEmpty } = repository;
  if (isEmpty) return [];
  if (defaultBranch === null || absent === true || failure?.kind === 'forbidden') {
    run.warn('list-unknown', 'GitHub does not show the commits to the default branch.', name);
    return [];
  }
  const own = pulls.filter((pull) => pull.repository.toLowerCase() === name.toLowerCase());
  const candidates = history.filter(isUnknownTo(own, name));
  const read = await readCommitsById(run, pushedFragment, idsOf(candidates));
  const found = candidates.flatMap(({ id, oid, committedDate }) => {
    const commit = read.get(id);
    return commit ? { ...commit, oid, at: committedDate } : [];
  });
  const isPushed = ({ pulls: brought }: PushedCommit) =>
    !brought.some((by) => by.toLowerCase() === name.toLowerCase());
  const pushed = found.filter(isPushed);
  const context = {
    repository: name,
    server: run.server,
    branches: defaultBranchNames(repository, own),
    remotes: ['origin', 'upstream'],
  };
  const isOwn = ({ message }: PushedCommit) =>
    readSelfMerge(message.split('\n', 1).join(''), context) === 'own';
  const isMerge = ({ parents }: PushedCommit) => parents.length > 1;
  const merged = pushed.some((commit) => isMerge(commit) && !isOwn(commit))
    ? offFirstParents(await readLineage(run, history, own, found, isOwn))
    : new Set<string>();
  const plain = pushed.filter(
    (commit) => !merged.has(commit.oid) && !(isMerge(commit) && isOwn(commit)),
  );
  const authors = await Promise.all(plain.map((commit) => readAuthors(run, commit)));
  const isWhole = authors.every((list) => list.complete);
  const commits = plain.map(({ oid, at, message }, index) => {
    return { repository: name, oid, at, message, authors: authors[index]?.nodes ?? [] };
  });
  if (!complete || read.size < candidates.length || !isWhole) {
    const reason = failure === undefined ? '' : `: ${failure.brief}`;
    run.warn('list-cut', `The list of commits to ${defaultBranch} is incomplete${reason}.`, name);
  }
  return commits.reverse().sort((a, b) => compareTexts(a.at, b.at));
}

/** Whether none of the pull requests is known to have brought the commit. */
function isUnknownTo(
  pulls: readonly PullRequestFacts[],
  repository: string,
): (commit: HistoryCommit) => boolean {
  const theirs = new Set(
    pulls.flatMap(({ commits, mergeCommit }) => [
      ...(commits?.nodes ?? []).map(({ oid }) => oid),
      ...(mergeCommit ? [mergeCommit.oid] : []),
    ]),
  );
  const merged = new Set(pulls.filter(({ mergedAt }) => mergedAt !== null).map(itemKey));
  return ({ oid, messageHeadline }) =>
    !theirs.has(oid) &&
    readMergeMessage(messageHeadline)?.pulls.some(({ number }) =>
      merged.has(itemKey({ repository, number })),
    ) !== true;
}

/** The parents of all commits that the chain of first parents may lead through, newest first. */
async function readLineage(
  run: Run,
  history: readonly HistoryCommit[],
  pulls: readonly PullRequestFacts[],
  found: readonly (PushedCommit & { oid: string })[],
  isOwn: (commit: PushedCommit) => boolean,
) {
  const merges = new Set(pulls.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []));
  const others = await readCommitsById(
    run,
    lineageFragment,
    idsOf(history.filter(({ oid }) => merges.has(oid))),
  );
  const known = new Map(found.map((commit) => [commit.id, commit]));
  return history.flatMap(({ id, oid }) => {
    const commit = known.get(id);
    if (commit) return { oid, parents: commit.parents, isOwn: isOwn(commit) };
    const other = others.get(id);
    return other ? { oid, parents: other.parents, isOwn: false } : [];
  });
}

function idsOf(commits: readonly HistoryCommit[]): string[] {
  return commits.map(({ id }) => id);
}
