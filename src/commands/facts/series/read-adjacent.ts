import { dirname } from 'node:path';
import { cadenceOf, isOtherSeries } from '../../../period/cadence.ts';
import type { ReportRecord } from '../../../report/record/record.ts';
import type { AdjacentReport } from '../../../series/adjacent.ts';
import { dayInName } from '../../../placeholder/day-in-name.ts';
import { pathFrom } from './path-from.ts';
import { lastDayOf, type SeriesFiles } from './series-files.ts';

/**
 * The reports of the same series just before and after one, by their names. One whose record can't be
 * read says nothing about its period, nor about what is behind it; checking that file reports it.
 *
 * @param own the report, an absolute path; one that is none of the files has none beside it
 * @param period that of the report
 */
export function readAdjacent(
  files: SeriesFiles,
  own: string,
  period: ReportRecord['period'] | null,
): AdjacentReport[] {
  const values = files.valuesIn(own);
  if (!period || !values) return [];
  const cadence = cadenceOf(period);
  const day = dayInName(values) ?? lastDayOf(period);
  const others = files.dated().filter(({ report }) => report.path !== own);
  const sides = {
    before: others.filter(({ date }) => date < day).toReversed(),
    after: others.filter(({ date }) => date > day),
  };
  return (['before', 'after'] as const).flatMap((side) => {
    for (const { report } of sides[side]) {
      const path = pathFrom(dirname(own), report.path);
      const found = report.period;
      if (!found) return [];
      if (!isOtherSeries(cadenceOf(found), cadence)) return [{ path, side, period: found }];
    }
    return [];
  });
}
