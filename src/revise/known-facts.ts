import { itemKey } from '../item/item-id.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/** The items (`owner/name#number`, lower case) that the facts behind a draft have, shown in it or not. */
export interface KnownFacts {
  has: (item: string) => boolean;
  /** Whether the facts may lack it only because they are incomplete. */
  mayLack: (item: string) => boolean;
}

export function knownFacts({ complete, pullRequests, issues }: Snapshot): KnownFacts {
  const known = new Set([...pullRequests, ...issues].map(itemKey));
  return {
    has: (item) => known.has(item),
    mayLack: (item) => !complete && !known.has(item),
  };
}
