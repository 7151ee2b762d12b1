import { quote } from '../quote.ts';
import type { Report } from '../report.ts';
import type { Finding } from '../rule.ts';

/**
 * Two entries about the same item, or one that cites an item twice. What an entry is about is what it
 * cites first; an issue may well be behind several.
 *
 * @example ok
 * ```md
 * As [#1757](https://github.com/linuxkit/linuxkit/pull/1757) shows:
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * - Symbols [#1758](https://github.com/linuxkit/linuxkit/pull/1758) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
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
export function* duplicateEntry({ entries }: Report): Generator<Finding> {
  const subjects = new Set<string>();
  for (const { links } of entries) {
    const cited = new Set<string>();
    for (const [index, { key, label, start, end }] of links.entries()) {
      if (cited.has(key)) {
        yield { start, end, message: `${quote(label)} is cited twice in this entry.` };
      } else if (index === 0 && subjects.has(key)) {
        yield { start, end, message: `${quote(label)} has an entry already.` };
      }
      cited.add(key);
      if (index === 0) subjects.add(key);
    }
  }
}
