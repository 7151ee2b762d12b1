import type { Reference } from '../../../snapshot/schema.ts';
import { cherryPickedCommits, readBackports } from '../../body/backports.ts';
import { readReferences, uniqueReferences } from '../../body/references.ts';
import { readReverts, revertedCommits, withoutRevertedTitles } from '../../body/reverts.ts';
import type { NamedCommits } from './named-commits.ts';
import type { OwnRepository } from './number-trailers.ts';

export interface ReferringMessage {
  /** Without the number of the pull request itself. */
  title: string;
  body: string;
  /** The branch that was merged, if the message names it. */
  branch: string | null;
}

/** The items that the message of a commit refers to; what a title was reverted with is the revert's. */
export function messageReferences(
  { title, body, branch }: ReferringMessage,
  { repository, server }: OwnRepository,
  commits: NamedCommits,
): Reference[] {
  const relate = (numbers: readonly number[], relation: Reference['relation']): Reference[] =>
    numbers.map((number) => ({ repository, number, relation, from: 'commit' }));
  const pullsOf = (hashes: readonly string[]): number[] =>
    hashes.flatMap((hash) => commits.pullsOf(hash));
  // GitHub names the branch of a revert `revert-12-topic`.
  const inBranch = /^revert-(?<number>[1-9]\d{0,9})-/.exec(branch ?? '')?.groups?.['number'];
  const found = [
    ...readReverts(title, body, repository, server),
    ...readBackports(title, body, repository, server),
    ...relate(
      inBranch !== undefined && /^revert\b/i.test(title) ? [Number(inBranch)] : [],
      'reverts',
    ),
    ...relate(pullsOf(revertedCommits(body)), 'reverts'),
    ...relate(pullsOf(cherryPickedCommits(body)), 'backports'),
    ...readReferences(withoutRevertedTitles(title), repository, 'title', server),
    ...readReferences(withoutRevertedTitles(body), repository, 'commit', server),
  ];
  return uniqueReferences(
    found.map((reference) =>
      reference.from === 'body' ? { ...reference, from: 'commit' } : reference,
    ),
  );
}
