import type { Fragment, ItemType, NodeType } from '../../facts/fragment.ts';
import type { Operation } from '../../request/field.ts';

/** What is asked of each node, and in which operation. */
export interface NodeQuery<T> {
  type: NodeType;
  operation: Operation;
  fragment: Fragment<T>;
}

/** What is asked of each item. */
export interface ItemQuery<T> extends NodeQuery<T> {
  type: ItemType;
}

/** How many units of a request one node takes: without its lists, an eighth of one. */
export function unitsPerItem({ slim }: Fragment<unknown>): number {
  return slim ? 1 : 1 / 8;
}

/** The fragment for what fits into so many units, and for how many nodes: at least one. */
export function fitInto<T>(
  fragment: Fragment<T>,
  units: number,
): { fragment: Fragment<T>; size: number } {
  const { slim } = fragment;
  if (slim && units < 1) return fitInto(slim, units);
  return { fragment, size: Math.max(1, Math.floor(units / unitsPerItem(fragment))) };
}
