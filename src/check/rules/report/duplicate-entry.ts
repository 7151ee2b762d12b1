import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import { listsMerged, type ReportSection } from '../../../report/sections.ts';

/**
 * A second entry about the same item below the same heading, or an entry that cites an item twice. An
 * issue may be behind several entries, and have another one below another heading.
 *
 * @example ok
 * ```md
 * As [#1757](https://github.com/linuxkit/linuxkit/pull/1757) shows:
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * - Symbols [#1758](https://github.com/linuxkit/linuxkit/pull/1758) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 *   - in [#1758](https://github.com/linuxkit/linuxkit/pull/1758) they are compressed
 *
 * ## Planned changes
 *
 * - More debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 * @example not ok
 * ```md
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - Symbols [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - Tests [#1764](https://github.com/linuxkit/linuxkit/pull/1764) [#1764](https://github.com/linuxkit/linuxkit/pull/1764)
 * ```
 * ```text
 * 2:11-2:66: Duplicate entry of `#1757`
 * 3:65-3:120: Duplicate citation of `#1764` in this entry
 * ```
 */
export function* duplicateEntry({ entries }: CheckableReport): Generator<Finding> {
  /** Where entries about a subject start, by what it is and its scope. */
  const earlier = new Map<Scope, Map<string, Set<number>>>();
  for (const { links, subjects, section, above, ...own } of entries) {
    const scope = scopeOf(section);
    const [subject] = subjects;
    const starts = (subject && earlier.get(scope)?.get(subject.key)) ?? new Set<number>();
    const isDuplicate = starts.size > above.filter(({ start }) => starts.has(start)).length;
    const cited = new Set<string>();
    for (const link of links) {
      const { key, label, start, end } = link;
      if (cited.has(key)) {
        yield { start, end, message: `Duplicate citation of ${quote(label)} in this entry` };
      } else if (isDuplicate && link === subject) {
        yield { start, end, message: `Duplicate entry of ${quote(label)}` };
      }
      cited.add(key);
    }
    if (!subject) continue;
    const inScope = earlier.get(scope) ?? new Map<string, Set<number>>();
    earlier.set(scope, inScope.set(subject.key, starts.add(own.start)));
  }
}

/** In which an item has one entry: all sections of merged pull requests, all of issues, or one section. */
type Scope = ReportSection | 'merged' | 'issues' | null;

function scopeOf(section: ReportSection | null): Scope {
  if (!section) return null;
  if (listsMerged(section)) return 'merged';
  return section.titles.some((title) => /^issues\b/i.test(title)) ? 'issues' : section;
}
