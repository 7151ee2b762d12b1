import { names, readLabels } from '../item-label.ts';
import type { ItemLink } from '../item-links.ts';
import { mergedEntries } from '../merged-entries.ts';
import { quote } from '../quote.ts';
import type { Report } from '../report.ts';
import type { Context, Finding } from '../rule.ts';
import type { Facts } from '../facts.ts';

/**
 * A pull request cited as merged, in a section that lists merged ones, that was not merged, or not in
 * the report's period.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 *
 * ### Issues
 *
 * - Still open [#1770](https://github.com/linuxkit/linuxkit/pull/1770)
 * ```
 * @example not ok
 * ```md
 * ## PRs merged
 *
 * - Still open [#1770](https://github.com/linuxkit/linuxkit/pull/1770)
 * - Of another week [#1560](https://github.com/linuxkit/linuxkit/pull/1560)
 * ```
 * ```text
 * 3:14-3:69: `#1770` was not merged in the period of this report: it is open.
 * 4:19-4:74: `#1560` was not merged in the period of this report.
 * ```
 */
export function* mergedInPeriod(report: Report, { facts }: Context): Generator<Finding> {
  if (!facts) return;
  for (const { links } of mergedEntries(report)) {
    for (const link of links) {
      const problem = problemOf(link, facts);
      if (problem === null) continue;
      const message = `${quote(link.label)} was not merged in the period of this report${problem}`;
      yield { start: link.start, end: link.end, message };
    }
  }
}

/** Null when there is none, or when other rules speak of the link. */
function problemOf({ item, label }: ItemLink, facts: Facts): string | null {
  const labels = readLabels(label);
  if (labels.length > 0 && !labels.some((named) => names(named, item))) return null;
  const pull = facts.pull(item);
  if (pull) {
    if (facts.isMerged(pull)) return null;
    return pull.state === 'merged' || pull.state === 'unknown' ? '.' : `: it is ${pull.state}.`;
  }
  const unknown = facts.item(item) === undefined && item.kind === 'pull';
  return unknown && facts.knowsAllOf(item.repository) ? '.' : null;
}
