import { titleSpan } from '../../../report/report.ts';
import { periodMismatch } from '../../../series/adjacent.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * An overlap with the report before or after this one, or a gap between the two, by the periods in
 * their records. Weekly and monthly reports are compared with their own kind.
 *
 * @example ok
 * ```md
 * # A report of the week from 1 to 7 May
 *
 * <!-- devreport record
 * {"version": 1, "period": {"start": "2017-05-01T00:00:00Z", "end": "2017-05-08T00:00:00Z", "timezone": "UTC"}, "sections": []}
 * -->
 * ```
 * @example not ok
 * ```md
 * # A report of the days from 2 to 8 May
 *
 * <!-- devreport record
 * {"version": 1, "period": {"start": "2017-05-02T00:00:00Z", "end": "2017-05-09T00:00:00Z", "timezone": "UTC"}, "sections": []}
 * -->
 * ```
 * ```text
 * 1:1-1:39: No report covers 2017-05-01T00:00:00Z to 2017-05-02T00:00:00Z, between `2017-05-01.md` and this report.
 * 1:1-1:39: This report and `2017-05-15.md` overlap, from 2017-05-08T00:00:00Z to 2017-05-09T00:00:00Z.
 * ```
 */
export function* periodAdjacent(
  report: CheckableReport,
  { neighbours }: CheckContext,
): Generator<Finding> {
  if (!report.record) return;
  for (const neighbour of neighbours.adjacent()) {
    const found = periodMismatch(neighbour, report.record.record.period);
    if (found) yield { ...titleSpan(report), message: found.message };
  }
}
