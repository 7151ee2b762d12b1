import type { CommitGraph } from './commit-graph.ts';
import type { MergedBranches } from './merged-branches.ts';
import { SameSigners } from './same-signers.ts';
import { isSameSigner, type ReadSignature, type SignatureReader } from './signature-reader.ts';
import { EvidenceCount } from './evidence-count.ts';

/** A merged branch of somebody, all of whose commits one person wrote. */
export interface Fork {
  /** The login of the fork's owner, or of the author whom bors names. */
  owner: string;
  writer: ReadSignature;
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
  const isPullRequest = (merge: number): boolean => graph.mergeMessage(merge) !== null;
  for (const merge of graph.columns.mergedParents.keys()) {
    const message = branches.isReachable(merge) ? graph.mergeMessage(merge) : null;
    for (const [index, { author }] of message?.pulls.entries() ?? []) {
      const owner = author ?? message?.headOwner ?? null;
      const key = owner?.toLowerCase() ?? ownOwner;
      if (owner === null || reader.isBotLogin(owner) || (key === ownOwner && author === null))
        continue;
      const position = (message?.pulls.length ?? 1) > 1 ? index + 1 : null;
      const commits = branches.broughtIn(merge, position, isPullRequest);
      const writer = onlyWriter(graph, commits, reader);
      // What the owner signed with a noreply address is evidence already.
      if (writer === null || writer.account?.login.toLowerCase() === key) continue;
      const fork = { owner, writer, time: graph.columns.times[merge] ?? 0 };
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
  const groups = new EvidenceCount();
  for (const { writer } of forks) groups.add('', signers.groupOf(writer));
  const owner = groups.agreed('')?.value;
  return forks.filter(({ writer }) => signers.groupOf(writer) === owner);
}

/** Who wrote all of the commits, bots aside; null for nobody and for several. */
function onlyWriter(
  { columns: { authors, signatures } }: CommitGraph,
  commits: readonly number[],
  reader: SignatureReader,
): ReadSignature | null {
  let only: ReadSignature | null = null;
  for (const commit of commits) {
    const signature = signatures[authors[commit] ?? -1];
    const read = signature && reader.read(signature);
    if (!read || read.isBot) continue;
    if (only !== null && !isSameSigner(only, read)) return null;
    only ??= read;
  }
  return only;
}
