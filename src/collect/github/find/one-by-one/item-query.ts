import type { Selection } from '../../facts/item-facts.ts';
import type { Typename } from '../../facts/timeline.ts';
import type { Operation } from '../../request/field.ts';

/** What is wanted of each item, under which operation. */
export interface Wanted<T> {
  typename: Typename;
  operation: Operation;
  selection: Selection<T>;
}

/** What one item takes of a request, in units: little without its lists. */
export function weightOf({ slim }: Selection<unknown>): number {
  return slim ? 1 : 1 / 8;
}

/** The same with what fits into so many units (at least one item), and how many items do. */
export function fitting<T>(wanted: Wanted<T>, units: number): { wanted: Wanted<T>; size: number } {
  const { slim } = wanted.selection;
  if (slim && units < 1) return fitting({ ...wanted, selection: slim }, units);
  return { wanted, size: Math.max(1, Math.floor(units / weightOf(wanted.selection))) };
}
