import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * An unreadable record, the comment at the end of a draft: a later run of devreport would refuse the
 * report.
 *
 * @example ok
 * ```md
 * A report that devreport didn't write, without a record.
 * ```
 * @example not ok
 * ```md
 * Text
 *
 * <!-- devreport record: made by devreport, used when it is run again; leave it here
 * {"version": 1, "period
 * -->
 * ```
 * ```text
 * 3:1-5:4: The record at the end of reports/2017-05-08.md is damaged: its end is missing. Nothing was changed.
 * ```
 */
export function* recordDamaged({ text, damage }: CheckableReport): Generator<Finding> {
  if (damage === null) return;
  const start = text.lastIndexOf('<!-- devreport record');
  const end = text.indexOf('-->', start);
  yield {
    start: Math.max(0, start),
    end: end < 0 ? text.length : end + 3,
    message: damage.message,
  };
}
