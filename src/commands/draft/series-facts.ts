import { nothingBefore, type Previously } from '../../compose/view/previously.ts';
import type { Config } from '../../config/schema/schema.ts';
import { type ItemId, itemOfKey } from '../../item/item-id.ts';
import type { Period } from '../../period/period.ts';
import { periodMismatch } from '../../series/adjacent.ts';
import { reportedOnIn } from '../../series/reported-on.ts';
import type { Snapshot, Warning } from '../../snapshot/schema.ts';
import type { PreviousReport } from '../../series/last-time.ts';
import type { PlacedReport } from '../facts/series/place-report.ts';
import { reportsBeside } from '../facts/series/reports-beside.ts';
import type { Query } from '../facts/source/open-source.ts';

/** The items of the last report whose outcomes this one shows: facts about them are needed. */
export async function plannedItems(
  last: PreviousReport | null,
  { server, repositories }: Pick<Query, 'server' | 'repositories'>,
  config: Config,
): Promise<ItemId[]> {
  if (!last) return [];
  const { itemsOfLastTime } = await import('../../series/last-time.ts');
  return itemsOfLastTime(last, { server, repositories }, config).map(itemOfKey);
}

/** What the others of the series say: the last one in the parts that every report has, all of them on items. */
export async function seriesFacts(
  placed: PlacedReport,
  last: PreviousReport | null,
  snapshot: Snapshot,
  config: Config,
): Promise<Previously> {
  const dated = placed.series.older.filter(({ date }) => date !== '');
  const others = {
    ...(await reportsBeside(placed, last)),
    reportedOn: reportedOnIn(
      dated.map(({ date, report }) => ({ date, text: report.text })),
      snapshot.server,
    ),
  };
  if (!last) return { ...nothingBefore, ...others };
  const { lastTime } = await import('../../series/last-time.ts');
  return { ...lastTime(last, snapshot, config), ...others };
}

/** A gap or an overlap between the last report and this one. */
export function mismatchesWith(last: PreviousReport | null, own: Period): Warning[] {
  const period = last?.report.record?.record.period;
  if (!last || !period) return [];
  const found = periodMismatch({ path: last.report.path, side: 'before', period }, own);
  return found ? [found] : [];
}
