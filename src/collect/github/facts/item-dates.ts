import * as v from 'valibot';
import { itemNumberValue } from '../../../snapshot/values.ts';
import { schemaOf, object, scalar } from './fact.ts';
import { fragment, type Fragment, type ItemType } from './fragment.ts';
import { dateTime, identifier } from './scalars.ts';

/** What every query asks of an item. */
export const itemDates = {
  id: scalar(identifier),
  number: scalar(itemNumberValue),
  createdAt: scalar(dateTime),
  updatedAt: scalar(dateTime),
};

const merging = { mergedAt: scalar(v.optional(v.nullable(dateTime))) };

const schema = schemaOf({ ...itemDates, ...merging });

/** An item and its dates, without its contents. */
export type ItemDates = v.InferOutput<typeof schema>;

export const listedItem = { ...object(itemDates), schema };

export function datesOf(type: ItemType): Fragment<ItemDates> {
  const facts = type === 'PullRequest' ? { ...itemDates, ...merging } : itemDates;
  return fragment(type, 'Dates', facts, schema);
}
