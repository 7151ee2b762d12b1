import type { CheckableEntry } from '../../text/checkable-report.ts';
import { mergedEntries } from '../../text/checkable-report.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import { encloses } from '../../../markdown/span.ts';

/**
 * An entry of merged pull requests that doesn't credit one of their authors, neither itself nor in the
 * headings and entries above it. Finds nothing in a report that credits hardly anybody.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @RNeugeba.
 *   - with symbols [#1757](https://github.com/linuxkit/linuxkit/pull/1757).
 * - A base image, while [#1770](https://github.com/linuxkit/linuxkit/pull/1770) is open [#1763](https://github.com/linuxkit/linuxkit/pull/1763) [Justin](https://github.com/justincormack).
 *
 * ### By @rneugeba
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 * @example not ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [in this pull request](https://github.com/linuxkit/linuxkit/pull/1757) @justincormack.
 * ```
 * ```text
 * 3:16-3:86: Missing credit for `@rneugeba`, the author of `#1757`
 * ```
 */
export function* authorCredited(
  report: CheckableReport,
  { facts }: CheckContext,
): Generator<Finding> {
  const entries = mergedEntries(report);
  const credits = entries.map((entry) => creditedIn(entry, report));
  if (!facts || credits.filter(({ size }) => size > 0).length < entries.length / 2) return;
  for (const [index, { subjects }] of entries.entries()) {
    const credited = new Set(credits[index]);
    for (const { item, start, end } of subjects) {
      const { login = null, type } = facts.pull(item)?.author ?? {};
      if (type !== 'user' || login === null || credited.has(login.toLowerCase())) continue;
      // One finding for each author is enough.
      credited.add(login.toLowerCase());
      const message = `Missing credit for ${quote(`@${login}`)}, the author of ${quote(`#${item.number}`)}`;
      yield { start, end, message };
    }
  }
}

/** The logins that an entry and the text above it credit; in lower case. */
function creditedIn(
  entry: CheckableEntry,
  { mentions, profiles, sections }: CheckableReport,
): Set<string> {
  const own = entry.section;
  const headings = sections
    .filter(({ titles }) => own?.titles.slice(-titles.length).join('\n') === titles.join('\n'))
    .flatMap(({ heading }) => heading ?? []);
  const spans = [entry, ...entry.above, ...headings];
  const people = [...mentions, ...profiles].filter((person) =>
    spans.some((span) => encloses(span, person)),
  );
  return new Set(people.map(({ login }) => login.toLowerCase()));
}
