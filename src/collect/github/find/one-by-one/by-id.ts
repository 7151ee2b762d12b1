import type { ItemId } from '../../../../item/item-id.ts';
import type { Run } from '../../run.ts';
import { warnOfUnreadable } from '../../warnings/unread-parts.ts';
import type { ItemQuery } from './item-query.ts';
import { askByIds } from './nodes-field.ts';

/** An item with GitHub's id. */
export interface IdentifiedItem extends ItemId {
  id: string;
}

/**
 * The items with the ids, in any order. Leaves out those that GitHub twice calls deleted or out of
 * sight. Warns of those for which it gives no reason, and of those that it fails to answer.
 *
 * @throws {Failure} when it fails on all of several
 */
export async function readByIds<T extends { id: string }>(
  run: Run,
  query: ItemQuery<T>,
  known: readonly IdentifiedItem[],
): Promise<T[]> {
  const readable = known.filter(({ id }) => !run.unreadable.has(id));
  const byId = new Map(readable.map((item) => [item.id, item]));
  const first = await askByIds(run.requester, query, [...byId.keys()]);
  const answered = new Set([...first.items, ...first.failed].map(({ id }) => id));
  const missing = [...byId.keys()].filter((id) => !answered.has(id));
  const again = await askByIds(run.requester, query, missing);
  const failed = [...first.failed, ...again.failed];
  if (failed[0] && failed.length > 1 && failed.length === byId.size) throw failed[0].failure;
  const reasons = new Map([
    ...failed.map(({ id, failure }) => [id, failure.brief] as const),
    ...again.unexplained.map((id) => [id, 'GitHub returned null'] as const),
  ]);
  const asked = [...byId.values()];
  for (const item of asked) if (reasons.has(item.id)) run.unreadable.set(item.id, item);
  warnOfUnreadable(
    run,
    asked.map((item) => ({ ...item, reason: reasons.get(item.id) ?? null })),
  );
  return [...first.items, ...again.items];
}
