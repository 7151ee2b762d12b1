import type { ChosenDecisions } from './choose.ts';
import { commonFate, type FateOf, type Unplaced } from './planned-change.ts';

/** What becomes of items without a place. */
interface CommentFates {
  changes: Unplaced[];
  /** What comes into comments. */
  made: Unplaced[];
  /** With what is not wanted there. */
  recorded: Unplaced[];
}

/** New entries without a place have the fates of entries; others are changes of their own. */
export function commentFates(
  unplaced: readonly Unplaced[],
  { changes }: ChosenDecisions,
  fateOf: FateOf,
): CommentFates {
  const known = new Map(
    [...changes].flatMap(([{ items }, fate]) => items.map((item) => [item, fate] as const)),
  );
  const found: CommentFates = { changes: [], made: [], recorded: [] };
  for (const one of unplaced) {
    const fates = new Set(one.items.flatMap((item) => known.get(item) ?? []));
    if (fates.size === 0) found.changes.push(one);
    const fate = fates.size === 0 ? fateOf(one) : commonFate(fates);
    if (fate === 'made') found.made.push(one);
    if (fate !== 'left') found.recorded.push(one);
  }
  return found;
}
