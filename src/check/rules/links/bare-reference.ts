import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import { citationText, itemNamed } from '../../text/citation.ts';
import { bareReferencesIn } from '../../../item/bare-reference.ts';
import { quote } from '../../../markdown/quote.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import { ownNumberIn } from '../../text/own-number.ts';
import { quotedTitles } from '../../text/quoted-titles.ts';

/**
 * A `#12` or `owner/name#12` without a link: GitHub links it in a comment, but not in a file. A single
 * digit counts only when the facts have such an item, because of “our #1 priority”. With facts, `--fix`
 * links only items that they have. In a heading, in “This Week in LinuxKit #341” and wherever the title
 * has the same, it is the number of a report. Before the link of an entry, it is part of a title.
 *
 * @example ok
 * ```md
 * # Changelog #341
 *
 * Welcome to #341, a week after This Week in LinuxKit #340! Read newsletter #23, too.
 *
 * - fix: boot with symbols (closes #1746) in [#1757](https://github.com/linuxkit/linuxkit/pull/1757) by @rneugeba
 *
 * | title                   | pull request                                                 |
 * | ----------------------- | ------------------------------------------------------------ |
 * | Boot with symbols #1746 | [#1757](https://github.com/linuxkit/linuxkit/pull/1757) |
 *
 * ## What #340 left open
 *
 * Ask on #linuxkit, our #1 place for help; see [#1318](https://github.com/linuxkit/linuxkit/pull/1318), `#12` RFC#12 and the colour #123456.
 * ```
 * @example not ok
 * ```md
 * The boot was made easier in #1327, see also #1746 and moby/tool#15.
 * ```
 * ```text
 * 1:29-1:34: Unlinked reference `#1327`; GitHub links it in comments, but not in files
 * 1:45-1:50: Unlinked reference `#1746`; GitHub links it in comments, but not in files
 * 1:55-1:67: Unlinked reference `moby/tool#15`; GitHub links it in comments, but not in files
 * ```
 * ```md fixed
 * The boot was made easier in #1327, see also [#1746](https://github.com/linuxkit/linuxkit/issues/1746) and moby/tool#15.
 * ```
 */
export function* bareReference(report: CheckableReport, context: CheckContext): Generator<Finding> {
  const isOwnNumber = ownNumberIn(report);
  const titles = new SpanIndex(quotedTitles(report));
  for (const { start: from, end: to } of report.containers) {
    for (const { text: label, start } of bareReferencesIn(report.prose.slice(from, to))) {
      const item = itemNamed(label, report, context);
      const isKnown = item !== null && context.facts?.item(item) !== undefined;
      const mayBeOther = label.length <= 2 || color.test(label);
      if (mayBeOther && !isKnown) continue;
      const span = { start: from + start, end: from + start + label.length };
      if (isOwnNumber({ label, ...span }) || titles.overlaps(span)) continue;
      const text =
        item && (isKnown || !context.facts) ? citationText(label, item, report, context) : null;
      yield {
        ...span,
        message: `Unlinked reference ${quote(label)}; GitHub links it in comments, but not in files`,
        subject: label,
        group: String(from),
        ...(text !== null && { suggestions: [text], fix: { ...span, text } }),
      };
    }
  }
}

const color = /^#\d{6}$/;
