import { namesAnother } from '../../../item/item-label.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import { listsMerged, type ReportSection } from '../../../report/sections.ts';

/**
 * A second entry that says the same about an item below the same heading, or an entry that cites an item
 * twice in a row. Entries in other words are about other parts of a pull request, and an entry may come
 * back to an item. An issue may be behind several entries, and have another one below another heading.
 *
 * @example ok
 * ```md
 * As [#1757](https://github.com/linuxkit/linuxkit/pull/1757) shows:
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * - Symbols [#1758](https://github.com/linuxkit/linuxkit/pull/1758) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 *   - in [#1758](https://github.com/linuxkit/linuxkit/pull/1758) they are compressed
 * - A smaller kernel, since symbols are apart (by [@deitch](https://github.com/deitch), in [#1758](https://github.com/linuxkit/linuxkit/pull/1758))
 * - [#1764](https://github.com/linuxkit/linuxkit/pull/1764) made tests quick, and [#1764](https://github.com/linuxkit/linuxkit/pull/1764) made them small.
 *
 * ## Planned changes
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 * @example not ok
 * ```md
 * - Debug builds work again [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @deitch
 * - Debug builds work [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - Tests [#1764](https://github.com/linuxkit/linuxkit/pull/1764), @deitch, [#1764](https://github.com/linuxkit/linuxkit/pull/1764)
 * ```
 * ```text
 * 2:21-2:76: Duplicate entry of `#1757`
 * 3:75-3:130: Duplicate citation of `#1764` in this entry
 * ```
 */
export function* duplicateEntry(report: CheckableReport): Generator<Finding> {
  const { entries, prose, words } = report;
  /** What entries about a subject say, by where they start, by what it is and its scope. */
  const earlier = new Map<Scope, Map<string, Map<number, Set<string>>>>();
  for (const { links, subjects, section, above, ...own } of entries) {
    const scope = scopeOf(section);
    const [subject] = subjects;
    const said = wordsOf(words.slice(own.start, own.end));
    const others =
      (subject && earlier.get(scope)?.get(subject.key)) ?? new Map<number, Set<string>>();
    const around = new Set(above.map(({ start }) => start));
    const isDuplicate = [...others].some(
      ([start, before]) => !around.has(start) && areAlike(said, before),
    );
    let inRow = new Set<string>();
    let last = own.start;
    for (const link of links) {
      const { key, label, start, end } = link;
      if (wordsOf(prose.slice(last, start)).size > 0) inRow = new Set();
      last = end;
      // Text and address disagree: link-target reports it.
      if (namesAnother(link)) continue;
      if (inRow.has(key)) {
        yield { start, end, message: `Duplicate citation of ${quote(label)} in this entry` };
      } else if (isDuplicate && link === subject) {
        yield { start, end, message: `Duplicate entry of ${quote(label)}` };
      }
      inRow.add(key);
    }
    if (!subject) continue;
    const inScope = earlier.get(scope) ?? new Map<string, Map<number, Set<string>>>();
    if (others.size < MOST_COMPARED) others.set(own.start, said);
    earlier.set(scope, inScope.set(subject.key, others));
  }
}

/** Of the entries about one item, with the next one. */
const MOST_COMPARED = 50;

/** The words of a text in lower case, without people and references. */
function wordsOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[@#][\w-]+/g, ' ');
  return new Set(plain.match(/[\p{L}\p{N}]{2,}/gu));
}

/** Whether two texts share two thirds of their words. */
function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared * 3 >= (a.size + b.size - shared) * 2;
}

/** In which an item has one entry: all sections of merged pull requests, all of issues, or one section. */
type Scope = ReportSection | 'merged' | 'issues' | null;

function scopeOf(section: ReportSection | null): Scope {
  if (!section) return null;
  if (listsMerged(section)) return 'merged';
  return section.titles.some((title) => /^issues\b/i.test(title)) ? 'issues' : section;
}
