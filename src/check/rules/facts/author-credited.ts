import type { CheckableEntry } from '../../text/checkable-report.ts';
import { mergedEntries } from '../../text/merged-entries.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { Mention } from '../../../item/mention.ts';
import type { Span } from '../../../markdown/span.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';

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
  if (!facts) return;
  const entries = mergedEntries(report, facts);
  const creditsOf = creditFinder(report);
  const credits = entries.map(creditsOf);
  const crediting = credits.filter((spans) => spans.some(({ size }) => size > 0));
  if (crediting.length < entries.length / 2) return;
  for (const [index, { subjects }] of entries.entries()) {
    // One finding for each author is enough.
    const found = new Set<string>();
    for (const { item, start, end } of subjects) {
      const { login = null, type } = facts.pull(item)?.author ?? {};
      if (type !== 'user' || login === null) continue;
      const key = login.toLowerCase();
      if (found.has(key) || credits[index]?.some((logins) => logins.has(key))) continue;
      found.add(key);
      const message = `Missing credit for ${quote(`@${login}`)}, the author of ${quote(`#${item.number}`)}`;
      yield { start, end, message };
    }
  }
}

/** Finds the logins, in lower case, that an entry, those around it and the headings above it credit. */
function creditFinder({
  mentions,
  profiles,
  sections,
}: CheckableReport): (entry: CheckableEntry) => ReadonlySet<string>[] {
  const people = new SpanIndex<Mention>([...mentions, ...profiles]);
  const loginsIn = (span: Span) => people.within(span).map(({ login }) => login.toLowerCase());
  // A heading counts wherever it is above one with the same titles.
  const byTitles = new Map<string, Set<string>>();
  for (const { titles, heading } of sections) {
    const key = titles.join('\n');
    const logins = byTitles.get(key) ?? new Set();
    if (heading) for (const login of loginsIn(heading)) logins.add(login);
    byTitles.set(key, logins);
  }
  const byStart = new Map<number, ReadonlySet<string>>();
  const creditedIn = (span: Span): ReadonlySet<string> => {
    const known = byStart.get(span.start) ?? new Set(loginsIn(span));
    byStart.set(span.start, known);
    return known;
  };
  return (entry) => {
    const titles = entry.section?.titles ?? [];
    const above = titles.flatMap((_, at) => byTitles.get(titles.slice(at).join('\n')) ?? []);
    return [...[entry, ...entry.above].map(creditedIn), ...above];
  };
}
