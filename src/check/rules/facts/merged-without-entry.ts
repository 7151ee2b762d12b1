import { offeredItems } from '../../../report/record/record.ts';
import { titleSpan } from '../../../report/report.ts';
import { itemKey } from '../../../item/item-id.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A pull request that was merged in the period and is cited nowhere, though the config does not exclude
 * it and the editor has not deleted it from the draft.
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
 * 1:1-1:9: `#1763` was merged in the period, but has no entry
 * ```
 */
export function* mergedWithoutEntry(
  report: CheckableReport,
  { facts }: CheckContext,
): Generator<Finding> {
  if (!facts) return;
  const offered = report.record ? offeredItems(report.record.record) : [];
  const known = new Set([...offered, ...report.links.map(({ key }) => key)]);
  const [own] = facts.snapshot.repositories;
  for (const pull of facts.merged()) {
    if (known.has(itemKey(pull))) continue;
    const subject = `${pull.repository === own ? '' : pull.repository}#${pull.number}`;
    const message = `${quote(subject)} was merged in the period, but has no entry`;
    yield { ...titleSpan(report), message, subject };
  }
}
