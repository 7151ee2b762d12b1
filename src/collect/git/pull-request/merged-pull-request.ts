import { instantOf } from '../../../period/instant.ts';
import type { Person, PullRequest, Reference } from '../../../snapshot/schema.ts';
import { bodyParts } from '../../body/body-parts.ts';
import { bodyText } from '../../body/body-text.ts';
import { readChangelogLine } from '../../body/changelog-line.ts';
import { changelogNote } from '../../body/changelog-note.ts';
import { uniqueReferences } from '../../body/references.ts';
import type { PullRequestMerge } from '../history/merge-finder.ts';
import { messageReferences } from '../history/message-references.ts';
import { withoutTrailers } from '../history/without-trailers.ts';
import type { NamedCommits } from '../history/named-commits.ts';
import type { OwnRepository } from '../history/number-trailers.ts';
import type { KnownPeople } from '../people/known-people.ts';
import type { Newcomers } from '../people/newcomers.ts';
import type { PullWriters } from '../people/pull-writers.ts';
import { peopleOf } from '../people/writers.ts';
import { combineChanges } from './changed-files.ts';
import { committedMerger } from './merger.ts';
import { commitsOf, type PullRequestCommit, type ReadCommits } from './pull-request-commit.ts';

/** What was read of the history for the pull requests of a period. */
export interface MergedHistory extends OwnRepository {
  /** The default branch. */
  base: string | null;
  read: ReadCommits;
  named: NamedCommits;
  /** The pull requests that a rollup merges, by the hash of its own merge. */
  rollups: ReadonlyMap<string, readonly number[]>;
  people: KnownPeople;
  writers: PullWriters;
  /** Null when the history doesn't go back to its beginning. */
  newcomers: Newcomers | null;
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
  const { repository } = history;
  const commits = merges.flatMap((merge) => commitsOf(merge, history.read, history));
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
    body: bodyOf(commits),
    author,
    base: history.base,
    state: 'merged',
    createdAt: null,
    closedAt: mergedAt,
    mergedAt,
    mergedBy,
    mergeCommit: last.commit.hash,
    labels: [],
    ...filesOf(commits),
    references: referencesOf(commits, history).filter(
      (reference) => reference.repository !== repository || reference.number !== number,
    ),
    activity: mergedBy === null ? [] : [{ did: 'merged', by: mergedBy, at: mergedAt }],
    draft: null,
    coAuthors,
    ...notesOf(author, commits),
    firstByAuthor:
      writers && history.newcomers
        ? history.newcomers.isFirst(writers, { number, time: last.commit.time })
        : null,
  };
}

/** Of the first message that has more than trailers below the title. */
function bodyOf(commits: readonly PullRequestCommit[]): string | null {
  const bodies = commits.map(({ pull }) => bodyText(withoutTrailers(pull.body)));
  return bodies.find((body) => body !== null) ?? null;
}

/** What bots write is not meant for the readers of a report. */
function notesOf(
  author: Person,
  commits: readonly PullRequestCommit[],
): Pick<PullRequest, 'changelog' | 'note'> {
  if (author.type === 'bot') return { changelog: null, note: null };
  const bodies = commits.map(({ pull }) => pull.body);
  const line = readChangelogLine(bodies);
  const note = bodies.map((body) => changelogNote(bodyParts(body))).find((text) => text !== null);
  return { changelog: line?.kind ?? null, note: line?.text ?? note ?? null };
}

function filesOf(
  commits: readonly PullRequestCommit[],
): Pick<PullRequest, 'files' | 'filesComplete'> {
  const changes = commits.flatMap(({ files }) => (files === null ? [] : [files]));
  const areKnown = changes.length === commits.length;
  return { files: areKnown ? combineChanges(changes) : null, filesComplete: areKnown };
}

function referencesOf(commits: readonly PullRequestCommit[], history: MergedHistory): Reference[] {
  return uniqueReferences(
    commits.flatMap(({ commit, pull, message }, index) => {
      const included = history.rollups.get(commit.hash);
      // The body of a rollup quotes the titles of others, and those that could not be merged.
      if (included) return included.map((number) => inRollup(history.repository, number));
      const branch = message?.branch ?? null;
      return messageReferences({ ...pull, branch }, history, history.named).map((reference) =>
        index > 0 && reference.from === 'title' ? { ...reference, from: 'commit' } : reference,
      );
    }),
  );
}

function inRollup(repository: string, number: number): Reference {
  return { repository, number, relation: 'includes', from: 'commit' };
}
