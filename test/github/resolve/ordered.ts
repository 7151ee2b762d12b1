import { pageOf, type Page, type PageArguments } from '../connection.ts';
import { FixtureError } from '../errors.ts';

export interface OrderedArguments extends PageArguments {
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
}

/** A page of a list that is in the one order that the fixture has for it. */
export function ordered(
  ascending: readonly object[],
  args: OrderedArguments,
  field: string,
  name: string,
): Page {
  if (args.orderBy?.field !== field) {
    throw new FixtureError(`The fixture GitHub has the ${name} by ${field} alone`);
  }
  const descending = args.orderBy.direction === 'DESC';
  return pageOf(descending ? ascending.toReversed() : ascending, args, { name });
}
