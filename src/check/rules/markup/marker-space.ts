import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A line that is meant as a heading or a list item, but lacks a plain space after its marker: it has a
 * no-break one (Alt-space on a Mac), or none at all. `#linuxkit` is the name of a channel, and a dash before
 * a name signs a quote.
 *
 * @example ok
 * ```md
 * ## Blogs
 *
 * #linuxkit is where to ask.
 *
 * - An entry
 *
 * -j4 is quick, and
 * -Wall, too.
 *
 * > It boots.
 *
 * -Rolf Neugebauer
 * ```
 * @example not ok
 * ```md
 * ##\u00A0Blogs
 *
 * ###Core
 *
 * -\u00A0An entry
 * -Remove the old loader
 * -[Boot with symbols](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 * ```text
 * 1:3-1:4: Missing space after the heading marker
 * 3:4-3:4: Missing space after the heading marker
 * 5:2-5:3: Missing space after the list marker
 * 6:2-6:2: Missing space after the list marker
 * 7:2-7:2: Missing space after the list marker
 * ```
 * ```md fixed
 * ## Blogs
 *
 * ### Core
 *
 * - An entry
 * - Remove the old loader
 * - [Boot with symbols](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 */
export function* markerSpace({ prose, text, containers }: CheckableReport): Generator<Finding> {
  for (const { start: from, end: to } of containers) {
    for (const match of prose.slice(from, to).matchAll(slip)) {
      const [whole, marker, space = '', dash] = match;
      const start = from + match.index + whole.length - space.length;
      if (dash !== undefined && !isEntry.test(text.slice(start, start + LONGEST))) continue;
      const end = start + space.length;
      const isHeading = dash === undefined && (marker === undefined || marker.startsWith('#'));
      yield {
        start,
        end,
        message: `Missing space after the ${isHeading ? 'heading' : 'list'} marker`,
        suggestions: [' '],
        fix: { start, end, text: ' ' },
        becomes: isHeading ? 'heading' : 'listItem',
      };
    }
  }
}

const slip =
  /^ {0,3}(?:(#{1,6}|[-*+])([\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]+)(?=\S)|#{2,6}(?=[^\s#\d])|([-+]))/gm;

/** What follows the marker of an entry: a link, something strong, or a sentence of several words. */
const isEntry = /^(?:\[[^\]]|\*\*\w|[A-Z][a-z]{2,} (?:[a-z]|`|#\d|@\w))/;
/** Longer than what it looks for. */
const LONGEST = 60;
