import { readMergeMessage } from '../history/merge-message.ts';
import type { Signature } from '../history/signature.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { MergedBranches } from './merged-branches.ts';
import { SameSigners } from './same-signers.ts';
import { isSameSigner } from './signature-keys.ts';
import type { SignatureReader } from './signature-reader.ts';
import { Tally } from './tally.ts';

/** A merged branch of a fork, all of whose commits one person wrote. */
export interface Fork {
  /** The login of the fork's owner. */
  owner: string;
  /** As the `.mailmap` has it. */
  writer: Signature;
  /** When it was merged, in seconds since 1970. */
  time: number;
}

/** Whoever wrote four fifths of a fork's branches owns it; the others had help, or gave it. */
const OWNERS_SHARE = 0.8;

/**
 * The merged branches that the owners of their forks wrote. An owner whose branches several people
 * wrote is an organisation, as a rule, and nobody.
 *
 * @param ownOwner the owner of the repository, in lower case, whose branches are no fork's
 */
export function ownForks(
  graph: CommitGraph,
  branches: MergedBranches,
  reader: SignatureReader,
  ownOwner: string,
): Fork[] {
  const byOwner = new Map<string, Fork[]>();
  const isPullRequest = (merge: number): boolean =>
    readMergeMessage(graph.subjects.get(merge) ?? '') !== null;
  for (const [merge, subject] of graph.subjects) {
    const owner = branches.isReachable(merge) ? readMergeMessage(subject)?.headOwner : null;
    const key = owner?.toLowerCase() ?? ownOwner;
    if (!owner || key === ownOwner) continue;
    const commits = branches.broughtIn(merge, null, isPullRequest);
    const writer = onlyWriter(graph, commits, reader);
    // What the owner signed with a noreply address is evidence already.
    if (writer === null || reader.accountOf(writer)?.login.toLowerCase() === key) continue;
    const fork = { owner, writer: reader.proper(writer), time: graph.times[merge] ?? NaN };
    const forks = byOwner.get(key);
    if (forks) forks.push(fork);
    else byOwner.set(key, [fork]);
  }
  return [...byOwner.values()].flatMap(byOnePerson);
}

function byOnePerson(forks: readonly Fork[]): Fork[] {
  const signers = new SameSigners();
  for (const { writer } of forks) signers.add(writer);
  const groups = new Tally();
  for (const { writer } of forks) groups.add('', signers.groupOf(writer));
  const owner = groups.agreed('', OWNERS_SHARE)?.value;
  return forks.filter(({ writer }) => signers.groupOf(writer) === owner);
}

/** Who wrote all of the commits, bots aside, as first signed; null for nobody and for several. */
function onlyWriter(
  graph: CommitGraph,
  commits: readonly number[],
  reader: SignatureReader,
): Signature | null {
  const authors = new Set(commits.map((commit) => graph.authors[commit] ?? -1));
  const [first = null, ...others] = [...authors]
    .flatMap((author) => graph.signatures[author] ?? [])
    .filter((signature) => !reader.isBot(signature));
  const isFirst = (other: Signature): boolean =>
    first !== null && isSameSigner(reader.proper(first), reader.proper(other));
  return others.every(isFirst) ? first : null;
}
