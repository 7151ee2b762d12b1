import { offeredItems } from '../../../report/record.ts';
import { titleSpan } from '../../../report/report.ts';
import { itemKey } from '../../../item/item-id.ts';
import { listing, quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding } from '../../rule.ts';

/**
 * What was merged in the period and is cited nowhere, though the config does not leave it out and the
 * editor has not deleted it from the draft.
 *
 * @example ok
 * ```md
 * # Report
 *
 * - Builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) and a base image [#1763](https://github.com/linuxkit/linuxkit/pull/1763)
 * ```
 * @example not ok
 * ```md
 * # Report
 *
 * - Builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 * ```text
 * 1:1-1:9: 1 pull request merged in the period is in no entry: `#1763`.
 * ```
 */
export function* mergedWithoutEntry(
  report: CheckableReport,
  { facts }: Context,
): Generator<Finding> {
  if (!facts) return;
  const offered = report.record ? offeredItems(report.record.record) : [];
  const known = new Set([...offered, ...report.links.map(({ key }) => key)]);
  const missing = facts.merged().filter((pull) => !known.has(itemKey(pull)));
  if (missing.length === 0) return;
  const [own] = facts.snapshot.repositories;
  const names = missing.map(({ repository, number }) =>
    quote(`${repository === own ? '' : repository}#${number}`),
  );
  const subject =
    missing.length === 1
      ? '1 pull request merged in the period is'
      : `${missing.length} pull requests merged in the period are`;
  yield { ...titleSpan(report), message: `${subject} in no entry: ${listing(names, 20)}.` };
}
