import * as v from 'valibot';
import type { Period } from '../../../period/period.ts';
import {
  changeTypes,
  deedTypes,
  type Change,
  type Deed,
  type EntryType,
} from './timeline-entries.ts';
import type { List } from './list.ts';

export type Typename = 'PullRequest' | 'Issue';

/**
 * Everything since the period's start. It comes with the item; when it is longer than a page, `deeds`
 * and `changes` are read by themselves: the one stops after the period, the other leads until today.
 */
export function timeline(period: Period, on: Typename): List<Deed | Change> {
  return { ...entries<Deed | Change>([...deedTypes, ...changeTypes], on, period.start), first: 50 };
}

/** What was said and pushed since the period's start. There is no `until`: it stops after the end. */
export function deeds({ start, end }: Period, on: Typename): List<Deed> {
  return {
    ...entries(deedTypes, on, start),
    isLast: (page) => page.length > 0 && page.every(({ at }) => at >= end),
  };
}

/** What changed from the period's start until today, so that it can be undone back to the end. */
export function changes({ start }: Period, on: Typename): List<Change> {
  return entries(changeTypes, on, start);
}

/** All closings ever: for the rare item that was already closed when the period began. */
export const closings: List<Change> = entries(
  changeTypes.filter(({ typename }) => typename === 'ClosedEvent'),
  'Issue',
);

/** The arguments that choose entries of the types, in order of time. */
export function choosing(types: readonly EntryType<unknown>[], on: Typename, since?: string) {
  const names = types.filter((type) => isOn(type, on)).map(({ itemType }) => itemType);
  const from = since === undefined ? '' : `since: "${since}", `;
  return `${from}itemTypes: [${names.join(', ')}]`;
}

function entries<T extends { id: string }>(
  types: readonly EntryType<T>[],
  on: Typename,
  since?: string,
): List<T> {
  const own = types.filter((type) => isOn(type, on));
  const nodes = own.map(({ typename, fields }) => `... on ${typename} { ${fields} }`);
  const schemas = new Map(own.map(({ typename, node }) => [typename, node]));
  return {
    field: 'timelineItems',
    arguments: choosing(types, on, since),
    first: 100,
    nodes: `{ __typename ${nodes.join(' ')} }`,
    node: v.lazy((node) => schemas.get(v.parse(typed, node).__typename) ?? unknown),
    key: ({ id }) => id,
  };
}

export function isOn({ on }: EntryType<unknown>, typename: Typename): boolean {
  return on === 'both' || on === typename;
}

const typed = v.object({ __typename: v.string() });

/** A type of a GitHub younger than this program. */
const unknown = v.pipe(
  typed,
  v.transform(() => null),
);
