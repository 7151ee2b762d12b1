import { basename, dirname, join } from 'node:path';
import { readOptional } from '../../files/read-optional.ts';
import { periodInText } from '../../report/record/period-in-text.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { AdjacentReport } from '../../series/adjacent.ts';
import { cadenceOf, isOtherSeries } from '../../period/cadence.ts';
import { datedReports, isDated } from './dated-reports.ts';

/**
 * The reports of the same series just before and after one, by the dates in their names; links may not
 * lead out of the folder. One whose record can't be read says nothing about its period, nor about what
 * is behind it; checking that file reports it.
 *
 * @param period that of the report
 */
export function readAdjacent(
  path: string,
  period: ReportRecord['period'] | null,
  within: string | null,
): AdjacentReport[] {
  const own = basename(path);
  if (!period || !isDated(own)) return [];
  const cadence = cadenceOf(period);
  const others = datedReports(dirname(path), within);
  const names = {
    before: others.filter((name) => name < own).toReversed(),
    after: others.filter((name) => name > own),
  };
  return (['before', 'after'] as const).flatMap((side) => {
    for (const name of names[side]) {
      const found = periodIn(join(dirname(path), name), within);
      if (!found) return [];
      if (!isOtherSeries(cadenceOf(found), cadence)) return [{ path: name, side, period: found }];
    }
    return [];
  });
}

function periodIn(path: string, within: string | null) {
  return periodInText(readOptional(path, within) ?? '');
}
