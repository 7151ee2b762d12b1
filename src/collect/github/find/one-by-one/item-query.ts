import type { Fragment, ItemType } from '../../facts/fragment.ts';
import type { Operation } from '../../request/field.ts';

/** What is asked of each item, and in which operation. */
export interface ItemQuery<T> {
  type: ItemType;
  operation: Operation;
  fragment: Fragment<T>;
}

/** How many units of a request one item takes: without its lists, an eighth of one. */
export function unitsPerItem({ slim }: Fragment<unknown>): number {
  return slim ? 1 : 1 / 8;
}

/** The query for what fits into so many units, and for how many items: at least one. */
export function fitInto<T>(
  query: ItemQuery<T>,
  units: number,
): { query: ItemQuery<T>; size: number } {
  const { slim } = query.fragment;
  if (slim && units < 1) return fitInto({ ...query, fragment: slim }, units);
  return { query, size: Math.max(1, Math.floor(units / unitsPerItem(query.fragment))) };
}
