import * as v from 'valibot';
import type { Period } from '../../../period/period.ts';
import type { ItemType } from './fragment.ts';
import type { List } from './list.ts';
import {
  contributionTypes,
  eventTypes,
  isOn,
  type ContributionEntry,
  type EntryType,
  type ItemEvent,
} from './timeline-entries.ts';

/**
 * Everything since the period's start. Its first page comes with the item. A longer timeline is read
 * as two lists: `contributions`, which ends with the period, and `events`, which leads until today.
 */
export function timelineList(period: Period, on: ItemType): List<ContributionEntry | ItemEvent> {
  const types = [...contributionTypes, ...eventTypes];
  return { ...entries<ContributionEntry | ItemEvent>(types, on, period.start), first: 50 };
}

/** Comments, reviews and pushes since the start. GitHub has no `until`, so reading stops at the end. */
export function contributionList({ start, end }: Period, on: ItemType): List<ContributionEntry> {
  return {
    ...entries<ContributionEntry>(contributionTypes, on, start),
    isLast: (page) => page.length > 0 && page.every(({ at }) => at >= end),
  };
}

/** All events from the start until today: undone in reverse, they lead back to the period's end. */
export function eventList({ start }: Pick<Period, 'start'>, on: ItemType): List<ItemEvent> {
  return entries<ItemEvent>(eventTypes, on, start);
}

/** All closings ever, for the rare item that was already closed when the period began. */
export const closingList: List<ItemEvent> = entries<ItemEvent>(
  eventTypes.filter(({ typename }) => typename === 'ClosedEvent'),
  'Issue',
);

/** The arguments of `timelineItems` that choose entries of the types, from `since` on. */
export function entryArguments(types: readonly EntryType<unknown>[], since?: string): string {
  const from = since === undefined ? '' : `since: "${since}", `;
  return `${from}itemTypes: [${types.map(itemTypeOf).join(', ')}]`;
}

/** The type in `itemTypes`: `CLOSED_EVENT` for `ClosedEvent`. */
function itemTypeOf({ typename }: EntryType<unknown>): string {
  return typename.replaceAll(/(?!^)[A-Z]/g, '_$&').toUpperCase();
}

function entries<T extends { id: string }>(
  types: readonly EntryType<T>[],
  on: ItemType,
  since?: string,
): List<T> {
  const own = types.filter((type) => isOn(type, on));
  const nodes = own.map(({ typename, node }) => `... on ${typename} ${node.selection ?? ''}`);
  const schemas = new Map(own.map(({ typename, node }) => [typename, node.schema]));
  return {
    field: 'timelineItems',
    arguments: entryArguments(own, since),
    first: 100,
    node: {
      selection: `{ __typename ${nodes.join(' ')} }`,
      schema: v.lazy((node) => schemas.get(v.parse(typed, node).__typename) ?? unknownEntry),
    },
    key: ({ id }) => id,
  };
}

const typed = v.object({ __typename: v.string() });

/** An entry of a type that GitHub added later. */
const unknownEntry = v.pipe(
  typed,
  v.transform(() => null),
);
