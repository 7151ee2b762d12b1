import { instantOf } from '../../../period/instant.ts';
import type { Person, PullRequest, Reference } from '../../../snapshot/schema.ts';
import { bodyParts } from '../../body/body-parts.ts';
import { changelogNote } from '../../body/changelog-note.ts';
import { readReferences, uniqueReferences } from '../../body/references.ts';
import type { CommitDetails } from '../history/commit-details.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { Newcomers } from '../people/newcomers.ts';
import type { PullWriters } from '../people/pull-writers.ts';
import { peopleOf } from '../people/writers.ts';
import { combineChanges } from './changed-files.ts';
import { committedMerger } from './merger.ts';
import { commitsOf, type PullRequestCommit } from './pull-request-commit.ts';

/** What was read of the history for the pull requests of a period. */
export interface MergedHistory {
  repository: string;
  server: string;
  /** The default branch. */
  base: string | null;
  /** By hash. */
  commits: ReadonlyMap<string, CommitDetails>;
  people: KnownPeople;
  writers: PullWriters;
  /** Null when the history doesn't go back to its beginning. */
  newcomers: Newcomers | null;
  /** The commits whose parents a shallow clone lacks. */
  shallow: ReadonlySet<string>;
}

const NOBODY: Person = { login: null, type: 'user' };

/**
 * The pull request of a merge. Of several merges in the period, the first one dates it, and the
 * commits of all count.
 */
export function mergedPullRequest(
  merges: readonly PullRequestMerge[],
  history: MergedHistory,
): PullRequest {
  const { repository, server } = history;
  const commits = merges.flatMap((merge) => commitsOf(merge, history.commits));
  const [first] = commits;
  const last = commits[(merges[0]?.commits.length ?? 0) - 1];
  if (!first || !last) throw new Error('a merge has at least one commit');
  const { number, title } = first.pull;
  const mergedAt = instantOf(last.commit.time * 1000);
  const mergedBy = committedMerger(last, history.people);
  const writers = history.writers.ofPull(commits, number);
  const { author, coAuthors } =
    writers === null ? { author: NOBODY, coAuthors: [] } : peopleOf(writers);
  return {
    repository,
    number,
    title,
    author,
    base: history.base,
    state: 'merged',
    createdAt: null,
    closedAt: mergedAt,
    mergedAt,
    mergedBy,
    mergeCommit: last.commit.hash,
    labels: [],
    ...filesOf(commits, history.shallow),
    references: referencesOf(commits, repository, server).filter(
      (reference) => reference.repository !== repository || reference.number !== number,
    ),
    activity: mergedBy === null ? [] : [{ did: 'merged', by: mergedBy, at: mergedAt }],
    draft: null,
    coAuthors,
    changelog: null,
    note: commits.map(({ pull }) => changelogNote(bodyParts(pull.body))).find(Boolean) ?? null,
    firstByAuthor:
      writers && history.newcomers
        ? history.newcomers.isFirst(writers, { number, time: last.commit.time })
        : null,
  };
}

/** Unknown where a shallow clone ends, and for the pull requests of a batch, merged by one commit. */
function filesOf(
  commits: readonly PullRequestCommit[],
  shallow: ReadonlySet<string>,
): Pick<PullRequest, 'files' | 'filesComplete'> {
  const areKnown = commits.every(
    ({ commit, message }) => !shallow.has(commit.hash) && (message?.pulls.length ?? 1) === 1,
  );
  if (!areKnown) return { files: null, filesComplete: false };
  return {
    files: combineChanges(commits.map(({ details }) => details.files)),
    filesComplete: true,
  };
}

function referencesOf(
  commits: readonly PullRequestCommit[],
  repository: string,
  server: string,
): Reference[] {
  return uniqueReferences(
    commits.flatMap(({ pull }, index) => [
      ...readReferences(pull.title, repository, index === 0 ? 'title' : 'commit', server),
      ...readReferences(pull.body, repository, 'commit', server),
    ]),
  );
}
