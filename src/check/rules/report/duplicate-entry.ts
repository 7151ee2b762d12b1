import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import { listsMerged, type ReportSection } from '../../../report/sections.ts';

/**
 * Two entries about the same item in the same place, or one that cites an item twice. An issue may well
 * be behind several, and stand again where another heading says more of it.
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
 * 2:11-2:66: `#1757` has an entry already.
 * 3:65-3:120: `#1764` is cited twice in this entry.
 * ```
 */
export function* duplicateEntry({ entries }: CheckableReport): Generator<Finding> {
  const told: Told[] = [];
  for (const { links, subjects, section, above, ...own } of entries) {
    const place = placeOf(section);
    const [subject] = subjects;
    const isEnabled = told.some(
      (other) =>
        other.key === subject?.key &&
        other.place === place &&
        !above.some((span) => span.start === other.start),
    );
    const cited = new Set<string>();
    for (const link of links) {
      const { key, label, start, end } = link;
      if (cited.has(key)) {
        yield { start, end, message: `${quote(label)} is cited twice in this entry.` };
      } else if (isEnabled && link === subject) {
        yield { start, end, message: `${quote(label)} has an entry already.` };
      }
      cited.add(key);
    }
    if (subject) told.push({ key: subject.key, place, start: own.start });
  }
}

interface Told {
  key: string;
  place: ReturnType<typeof placeOf>;
  /** Where its entry starts. */
  start: number;
}

/** Where an item should stand once: in all the lists of merged ones, in all of issues, else below one heading. */
function placeOf(section: ReportSection | null): ReportSection | 'merged' | 'issues' | null {
  if (!section) return null;
  if (listsMerged(section)) return 'merged';
  return section.titles.some((title) => /^issues\b/i.test(title)) ? 'issues' : section;
}
