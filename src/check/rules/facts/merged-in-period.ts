import { namesAnother } from '../../../item/item-label.ts';
import type { ItemLink } from '../../../report/links/item-links.ts';
import { mergedEntries } from '../../text/merged-entries.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { Facts } from '../../context/facts.ts';
import { type ItemId, itemKey } from '../../../item/item-id.ts';

/**
 * A pull request cited as merged that was not merged, or not in the report's period: in a section whose
 * title says that it lists merged ones, or where most others were merged in the period. Only what an
 * entry is about counts; it may mention any other.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * - A base image [#1763](https://github.com/linuxkit/linuxkit/pull/1763), a follow-up to [#1700](https://github.com/linuxkit/linuxkit/pull/1700).
 * - Builds on [#1700](https://github.com/linuxkit/linuxkit/pull/1700), while [#1770](https://github.com/linuxkit/linuxkit/pull/1770) is still open [#1763](https://github.com/linuxkit/linuxkit/pull/1763)
 * - [#1763](https://github.com/linuxkit/linuxkit/pull/1763) reverts [#1700](https://github.com/linuxkit/linuxkit/pull/1700) and [#1701](https://github.com/linuxkit/linuxkit/pull/1701).
 *
 * ## Kernel
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - Back then [#1700](https://github.com/linuxkit/linuxkit/pull/1700)
 *
 * ## Issues
 *
 * - Still open [#1770](https://github.com/linuxkit/linuxkit/pull/1770)
 * ```
 * @example not ok
 * ```md
 * ## PRs merged
 *
 * - Still open [#1770](https://github.com/linuxkit/linuxkit/pull/1770)
 * - Of another week [#1560](https://github.com/linuxkit/linuxkit/pull/1560)
 * - [#1770](https://github.com/linuxkit/linuxkit/pull/1770) made it easier, after [#1757](https://github.com/linuxkit/linuxkit/pull/1757).
 * ```
 * ```text
 * 3:14-3:69: `#1770` was not merged in the period of this report: it is open
 * 4:19-4:74: `#1560` was not merged in the period of this report
 * 5:3-5:58: `#1770` was not merged in the period of this report: it is open
 * ```
 * @example not ok, below a title that says nothing
 * ```md
 * ## Kernel
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - A base image [#1763](https://github.com/linuxkit/linuxkit/pull/1763)
 * - Of another week [#1560](https://github.com/linuxkit/linuxkit/pull/1560)
 * ```
 * ```text
 * 5:19-5:74: `#1560` was not merged in the period of this report
 * ```
 */
export function* mergedInPeriod(
  report: CheckableReport,
  { facts }: CheckContext,
): Generator<Finding> {
  if (!facts) return;
  for (const { subjects } of mergedEntries(report, facts)) {
    const behind = new Set(subjects.flatMap(({ item }) => referencesOf(facts, item)));
    for (const link of subjects) {
      if (behind.has(link.key)) continue;
      const problem = problemOf(link, facts);
      if (problem === null) continue;
      const message = `${quote(link.label)} was not merged in the period of this report${problem}`;
      yield { start: link.start, end: link.end, message };
    }
  }
}

/** Null when there is none, or when other rules report the link. */
function problemOf(link: ItemLink, facts: Facts): string | null {
  const { item } = link;
  if (namesAnother(link)) return null;
  const pull = facts.pull(item);
  if (pull) {
    if (facts.isMerged(pull)) return null;
    if (pull.mergedAt !== null) return `: it was merged on ${pull.mergedAt.slice(0, 10)}`;
    return pull.state === 'merged' || pull.state === 'unknown' ? '' : `: it is ${pull.state}`;
  }
  const unknown = facts.item(item) === undefined && item.kind === 'pull';
  return unknown && facts.knowsAllOf(item.repository) ? '' : null;
}

/** A draft cites what a pull request refers to behind it, merged or not. */
function referencesOf(facts: Facts, item: ItemId): string[] {
  return facts.pull(item)?.references.map((reference) => itemKey(reference)) ?? [];
}
