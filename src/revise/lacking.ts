import { itemKey } from '../snapshot/reference.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/** Tells which items (`owner/name#number`, lower case) facts may lack only because they are incomplete. */
export function lackingIn({ complete, pullRequests, issues }: Snapshot): (item: string) => boolean {
  const known = new Set([...pullRequests, ...issues].map(itemKey));
  return (item) => !complete && !known.has(item);
}
