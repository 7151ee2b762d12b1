import { citationText } from '../../text/citation-text.ts';
import { readLabels } from '../../../item/item-label.ts';
import { itemNamed } from '../../text/item-named.ts';
import { listing, quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { ItemId } from '../../../item/item-id.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';
import type { Span } from '../../../markdown/span.ts';

/**
 * A `#12` or `owner/name#12` that is no link: in a file of a repository GitHub makes none of it, as
 * it does in comments. A single digit counts only when the facts know such an item: “our #1 priority”. So does what `--fix` may link, when
 * there are facts.
 *
 * @example ok
 * ```md
 * Ask on #linuxkit, our #1 place for help; see [#1318](https://github.com/linuxkit/linuxkit/pull/1318), `#12` RFC#12 and the colour #123456.
 * ```
 * @example not ok
 * ```md
 * The boot was made easier in #1327, see also #1746 and moby/tool#15.
 * ```
 * ```text
 * 1:29-1:67: `#1327`, `#1746` and `moby/tool#15` are no links in a file of a repository.
 * ```
 * ```md fixed
 * The boot was made easier in #1327, see also [#1746](https://github.com/linuxkit/linuxkit/issues/1746) and moby/tool#15.
 * ```
 */
export function* bareReference(
  report: CheckableReport,
  context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const found = bareIn(report, context, isEnabled);
  // Where hardly anything is linked, that is one thing to say.
  for (const bare of found.length > MOST ? [found.flat()] : found) {
    const [first] = bare;
    const last = bare.at(-1);
    if (!first || !last) continue;
    const fix = bare.flatMap(({ start, end, label, item }): Edit[] =>
      item && (!context.facts || context.facts.item(item))
        ? [{ start, end, text: citationText(label, item, report, context) }]
        : [],
    );
    yield {
      start: first.start,
      end: found.length > MOST ? first.end : last.end,
      message: `${listing(bare.map(({ label }) => quote(label)))} ${bare.length > 1 ? 'are no links' : 'is no link'} in a file of a repository.`,
      ...(bare.length === 1 && fix[0] && { suggestions: [fix[0].text] }),
      ...(fix.length > 0 && { fix }),
    };
  }
}

/** In so many paragraphs they are told one by one. */
const MOST = 8;

interface Bare extends Span {
  label: string;
  item: ItemId | null;
}

/** By paragraph or entry. */
function bareIn(report: CheckableReport, context: Context, isEnabled: IsEnabled): Bare[][] {
  return report.containers.flatMap(({ start: from, end: to }) => {
    const bare = [...report.prose.slice(from, to).matchAll(reference)].flatMap((match) => {
      const [label] = match;
      const [named] = readLabels(label);
      const item = named ? itemNamed(named, report, context) : null;
      const known = item !== null && context.facts?.item(item) !== undefined;
      if (/^#\d{6}$/.test(label) && !known) return [];
      const start = from + match.index;
      return label.length > 2 || known ? [{ start, end: start + label.length, label, item }] : [];
    });
    const told = bare.filter(isEnabled);
    return told.length > 0 ? [told] : [];
  });
}

/** Not inside a word or a path, and not in brackets: that is a reference without its definition. */
const reference =
  /(?<![\w/&#.[-]|\[\()(?:[\w-][\w.-]*\/[\w.-]*[\w-])?#[1-9]\d{0,9}(?![\w\]]|[-.]\w)/g;
