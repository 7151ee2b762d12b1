import type { CheckableEntry } from '../../text/checkable-report.ts';
import { mergedEntries } from '../../text/checkable-report.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding } from '../../rule.ts';
import { encloses } from '../../../markdown/span.ts';

/**
 * An entry of merged pull requests that credits an author of theirs neither itself nor in the headings
 * and entries it stands under. Silent in a report that credits hardly anybody.
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
 * 3:16-3:86: `#1757` is by `@rneugeba`, who is not credited.
 * ```
 */
export function* authorCredited(report: CheckableReport, { facts }: Context): Generator<Finding> {
  const entries = mergedEntries(report);
  const credits = entries.map((entry) => creditedIn(entry, report));
  if (!facts || credits.filter(({ size }) => size > 0).length < entries.length / 2) return;
  for (const [index, { subjects }] of entries.entries()) {
    const credited = new Set(credits[index]);
    for (const { item, start, end } of subjects) {
      const { login = null, type } = facts.pull(item)?.author ?? {};
      if (type !== 'user' || login === null || credited.has(login.toLowerCase())) continue;
      // Of several by the same author one is enough.
      credited.add(login.toLowerCase());
      const message = `${quote(`#${item.number}`)} is by ${quote(`@${login}`)}, who is not credited.`;
      yield { start, end, message };
    }
  }
}

/** Whom an entry credits, or what it stands under does, in lower case. */
function creditedIn(
  entry: CheckableEntry,
  { mentions, profiles, sections }: CheckableReport,
): Set<string> {
  const own = entry.section;
  const headings = sections
    .filter(({ titles }) => own?.titles.slice(-titles.length).join('\n') === titles.join('\n'))
    .flatMap(({ heading }) => heading ?? []);
  const places = [entry, ...entry.above, ...headings];
  const people = [...mentions, ...profiles].filter((person) =>
    places.some((place) => encloses(place, person)),
  );
  return new Set(people.map(({ login }) => login.toLowerCase()));
}
