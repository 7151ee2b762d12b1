import { instantOf } from '../../period/instant.ts';
import type { Person, PullRequest, Reference } from '../../snapshot/schema.ts';
import { changelogNote } from '../body/changelog-note.ts';
import { passages } from '../body/passages.ts';
import { readReferences, uniqueReferences } from '../body/references.ts';
import { addUp } from './changed-files.ts';
import type { Commit } from './commits.ts';
import type { Landing, WalkedCommit } from './landings.ts';
import { type MergeMessage, type MergedPull, readMergeMessage } from './merge-message.ts';
import { type Signature, account, person } from './people.ts';

/** What is known around the landings of a period. */
export interface Surroundings {
  repository: string;
  server: string;
  /** The default branch. */
  base: string | null;
  commits: ReadonlyMap<string, Commit>;
  /** Authors of merged branches' last commits, by hash. */
  tips: ReadonlyMap<string, Signature>;
  /** The commits without parents only because the clone is shallow. */
  shallow: ReadonlySet<string>;
}

/** One commit of a pull request's landing, with all that is read of it. */
interface Part {
  walked: WalkedCommit;
  commit: Commit;
  message: MergeMessage | null;
  pull: MergedPull;
}

/**
 * The commit whose author is the author of the pull request, when the message doesn't tell: the last
 * one of the merged branch. A branch of the repository's own account (an organisation's, as a rule)
 * doesn't tell who made it. Null when it is not a merge, or the message does tell.
 */
export function tipToRead({ pull, commits: [commit] }: Landing, repository: string): string | null {
  const message = readMergeMessage(commit.subject);
  if (!message || forkOwner(message, repository) !== null) return null;
  const position = message.pulls.findIndex(({ number }) => number === pull.number);
  return commit.parents[position + 1] ?? null;
}

/**
 * The pull request that landed, once as a rule; with its other landings in the period, all its
 * commits count, but the first landing is the one that merged it.
 */
export function toPullRequest(landings: readonly Landing[], known: Surroundings): PullRequest {
  const { repository, server } = known;
  const parts = landings.flatMap((landing) => partsOf(landing, known.commits));
  const [first] = parts;
  const merging = parts[(landings[0]?.commits.length ?? 0) - 1];
  if (!first || !merging) throw new Error('a landing has at least one commit');
  const { number, title } = first.pull;
  const mergedAt = instantOf(merging.walked.time * 1000);
  const mergedBy = merger(merging, server);
  return {
    repository,
    number,
    title,
    author: author(first, known),
    base: known.base,
    state: 'merged',
    createdAt: null,
    closedAt: mergedAt,
    mergedAt,
    mergedBy,
    mergeCommit: merging.walked.hash,
    labels: [],
    ...filesOf(parts, known),
    references: references(parts, repository, server).filter(
      (reference) => reference.repository !== repository || reference.number !== number,
    ),
    activity: mergedBy === null ? [] : [{ did: 'merged', by: mergedBy, at: mergedAt }],
    note: parts.map(({ pull }) => changelogNote(passages(pull.body))).find(Boolean) ?? null,
    firstByAuthor: null,
  };
}

function partsOf(landing: Landing, commits: Surroundings['commits']): Part[] {
  return landing.commits.map((walked) => {
    const commit = commits.get(walked.hash);
    if (commit === undefined) throw new Error(`git log left out ${walked.hash}`);
    const message = readMergeMessage(commit.message);
    const pull = message?.pulls.find(({ number }) => number === landing.pull.number);
    return { walked, commit, message, pull: pull ?? landing.pull };
  });
}

/** The account of the fork that was merged: its author's, as a rule. */
function forkOwner({ headOwner }: MergeMessage, repository: string): string | null {
  const [own = ''] = repository.split('/', 1);
  return headOwner?.toLowerCase() === own.toLowerCase() ? null : headOwner;
}

/** A merge's own author is who merged it; so is that of one whose parents are cut off. */
function author({ walked, commit, message, pull }: Part, known: Surroundings): Person {
  const login = pull.author ?? (message && forkOwner(message, known.repository));
  if (login !== null) return account(login);
  const position = message?.pulls.findIndex(({ number }) => number === pull.number) ?? 0;
  const tip = known.tips.get(walked.parents[position + 1] ?? '');
  const single = walked.parents.length < 2 && message?.kind === 'titled';
  const signature = tip ?? (single ? commit.author : undefined);
  return (signature && person(signature, known.server)) ?? { login: null, type: 'user' };
}

/**
 * Who merged it: the committer of a merge, or its author where GitHub itself committed. Null for a
 * squash or a rebase, which keep no trace of who asked for it. Bors merges by an account of its own.
 */
function merger({ walked, commit, message }: Part, server: string): Person | null {
  if (walked.parents.length < 2) return null;
  const who = person(commit.committer, server) ?? person(commit.author, server);
  return who && message?.kind === 'bors' ? { ...who, type: 'bot' } : who;
}

/** Unknown where a shallow clone ends, and for each pull request of a batch merged as one. */
function filesOf(
  parts: readonly Part[],
  { shallow }: Surroundings,
): Pick<PullRequest, 'files' | 'filesComplete'> {
  const known = parts.every(
    ({ walked, message }) => !shallow.has(walked.hash) && (message?.pulls.length ?? 1) === 1,
  );
  if (!known) return { files: null, filesComplete: false };
  return { files: addUp(parts.map(({ commit }) => commit.files)), filesComplete: true };
}

function references(parts: readonly Part[], repository: string, server: string): Reference[] {
  return uniqueReferences(
    parts.flatMap(({ pull }, index) => [
      ...readReferences(pull.title, repository, index === 0 ? 'title' : 'commit', server),
      ...readReferences(pull.body, repository, 'commit', server),
    ]),
  );
}
