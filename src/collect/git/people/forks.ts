import { type MergeMessage, readMergeMessage } from '../history/merge-message.ts';
import type { Signature } from '../history/signature.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { MergedBranches } from './merged-branches.ts';
import { SameSigners } from './same-signers.ts';
import { isSameSigner } from './signature-keys.ts';
import type { SignatureReader } from './signature-reader.ts';
import { Tally } from './tally.ts';

/** A merged branch of somebody, all of whose commits one person wrote. */
export interface Fork {
  /** The login of the fork's owner, or of the author whom bors names. */
  owner: string;
  /** As the `.mailmap` has it. */
  writer: Signature;
  /** When it was merged, in seconds since 1970. */
  time: number;
}

/**
 * The merged branches that the owners of their forks wrote. An owner whose branches several people
 * wrote is an organisation, as a rule, or owned the repository before.
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
  const messages = new Map<number, MergeMessage>();
  for (const [merge, text] of graph.messages) {
    const message = branches.isReachable(merge) ? readMergeMessage(text) : null;
    if (message) messages.set(merge, message);
  }
  const isPullRequest = (merge: number): boolean => messages.has(merge);
  for (const [merge, { pulls, headOwner }] of messages) {
    for (const [index, { author }] of pulls.entries()) {
      const owner = author ?? headOwner;
      const key = owner?.toLowerCase() ?? ownOwner;
      if (owner === null || reader.isBotLogin(owner) || (key === ownOwner && author === null))
        continue;
      const position = pulls.length > 1 ? index + 1 : null;
      const commits = branches.broughtIn(merge, position, isPullRequest);
      const writer = onlyWriter(graph, commits, reader);
      // What the owner signed with a noreply address is evidence already.
      if (writer === null || reader.accountOf(writer)?.login.toLowerCase() === key) continue;
      const fork = { owner, writer: reader.proper(writer), time: graph.times[merge] ?? 0 };
      const forks = byOwner.get(key);
      if (forks) forks.push(fork);
      else byOwner.set(key, [fork]);
    }
  }
  return [...byOwner.values()].flatMap(byOnePerson);
}

function byOnePerson(forks: readonly Fork[]): Fork[] {
  const signers = new SameSigners();
  for (const { writer } of forks) signers.add(writer);
  const groups = new Tally();
  for (const { writer } of forks) groups.add('', signers.groupOf(writer));
  const owner = groups.agreed('')?.value;
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
