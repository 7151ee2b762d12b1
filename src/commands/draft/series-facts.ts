import { nothingBefore, type Previously } from '../../compose/view/previously.ts';
import type { Config } from '../../config/schema/schema.ts';
import { type ItemId, itemOfKey } from '../../item/item-id.ts';
import type { Period } from '../../period/period.ts';
import { periodMismatch } from '../../series/adjacent.ts';
import { reportedOnIn } from '../../series/reported-on.ts';
import type { Snapshot, Warning } from '../../snapshot/schema.ts';
import type { Series } from '../facts/read-series.ts';
import type { Query } from '../facts/source/open-source.ts';

/** The items of the last report whose outcomes this one shows: facts about them are needed. */
export async function plannedItems(
  { last }: Series,
  { server, repositories }: Pick<Query, 'server' | 'repositories'>,
  config: Config,
): Promise<ItemId[]> {
  if (!last) return [];
  const { itemsOfLastTime } = await import('../../series/last-time.ts');
  return itemsOfLastTime(last, { server, repositories }, config).map(itemOfKey);
}

/** The words of the last report in the parts that every report has, and what all of them reported. */
export async function lastTimeIn(
  { last, before }: Series,
  snapshot: Snapshot,
  config: Config,
): Promise<Previously> {
  const reportedOn = reportedOnIn(before, snapshot.server);
  if (!last) return { ...nothingBefore, reportedOn };
  const { lastTime } = await import('../../series/last-time.ts');
  return { ...lastTime(last, snapshot, config), reportedOn };
}

/** A gap or an overlap between the last report and this one. */
export function mismatchesWith({ last }: Series, own: Period): Warning[] {
  const period = last?.report.record?.record.period;
  if (!last || !period) return [];
  const found = periodMismatch({ path: last.report.path, side: 'before', period }, own);
  return found ? [found] : [];
}
