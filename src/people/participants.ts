import type { Issue, Person, PullRequest } from '../snapshot/schema.ts';

/** The author of an item, and everybody who did something to it inside the period; with repetitions. */
export function participants(item: PullRequest | Issue): Person[] {
  const merger = 'mergedBy' in item ? item.mergedBy : null;
  return [item.author, ...item.activity.map(({ by }) => by), ...(merger ? [merger] : [])];
}
