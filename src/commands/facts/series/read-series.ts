import { type Cadence, cadenceOf, isOtherSeries } from '../../../period/cadence.ts';
import type { Period } from '../../../period/period.ts';
import type { DatedReport, SeriesFiles } from './series-files.ts';

/** The reports beside one, without those of other cadences. */
export interface Series {
  /** Newest first. */
  before: readonly DatedReport[];
  /** All that are older, of any cadence, newest first. */
  older: readonly DatedReport[];
  next: DatedReport | null;
}

/**
 * The reports before and after one. Weekly and monthly reports are two series; a report whose name and
 * record have no cadence counts in both, like one of any other period.
 *
 * @param own the report's file, which is not beside itself; null when there is none yet
 * @throws {UsageError} those of `readOptional`
 */
export function readSeries(files: SeriesFiles, own: string | null, period: Period): Series {
  const cadence = cadenceOf(period);
  const day = files.dayOf(period);
  const others = files.dated().filter(({ report }) => report.path !== own);
  const older = others.filter(({ date }) => date < day).toReversed();
  return {
    before: older.filter((one) => isOf(one, cadence)),
    older,
    next: others.find((one) => one.date > day && isOf(one, cadence)) ?? null,
  };
}

function isOf({ report }: DatedReport, cadence: Cadence): boolean {
  return !isOtherSeries(report.cadence ?? cadence, cadence);
}
