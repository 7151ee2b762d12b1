import { visit } from 'unist-util-visit';
import type { LinkSlip } from '../../text/link-slips.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { Span } from '../../../markdown/span.ts';
import { spanOf } from '../../../markdown/span.ts';

const advice: Record<LinkSlip['kind'], string> = {
  swapped: 'the text stands in the brackets, the address in the parentheses',
  'unclosed-text': 'a bracket closes its text',
  blank: 'no blank stands between text and address',
  'unclosed-address': 'its address is not closed',
  'parenthesis-inside': 'the parenthesis stands before the bracket',
};

/**
 * What was meant to be a link, but is none: brackets and parentheses in each other's place, a blank
 * between them, one of them missing.
 *
 * @example ok
 * ```md
 * Ask in the [community slack](https://example.com/slack), or see (the docs) [here].
 *
 * [here]: https://example.com/docs
 * ```
 * @example not ok
 * ```md
 * Ask in the (community slack)[https://example.com/slack].
 *
 * Added in [#1363)(https://example.com/pull/1363), see the [notes] (https://example.com/notes).
 *
 * Meeting notes [(#1985] [#1986]), and [a link](https://example.com that never ends, and [one]() to nowhere, [](https://example.com/1).
 *
 * [#1986]: https://example.com/1986
 * ```
 * ```text
 * 1:12-1:56: `(community slack)[https://example.com/slack]` is no link; the text stands in the brackets, the address in the parentheses.
 * 3:10-3:48: `[#1363)(https://example.com/pull/1363)` is no link; a bracket closes its text.
 * 3:58-3:93: `[notes] (https://example.com/notes)` is no link; no blank stands between text and address.
 * 5:15-5:23: `[(#1985]` is no link; the parenthesis stands before the bracket.
 * 5:38-5:66: `[a link](https://example.com` is no link; its address is not closed.
 * 5:88-5:95: `[one]()` leads nowhere.
 * 5:108-5:133: `[](https://example.com/1)` has no text.
 * ```
 * ```md fixed
 * Ask in the [community slack](https://example.com/slack).
 *
 * Added in [#1363](https://example.com/pull/1363), see the [notes](https://example.com/notes).
 *
 * Meeting notes ([#1985] [#1986]), and [a link](https://example.com that never ends, and [one]() to nowhere, [](https://example.com/1).
 *
 * [#1986]: https://example.com/1986
 * ```
 */
export function* linkSyntax({ text, slips, root }: CheckableReport): Generator<Finding> {
  for (const { kind, start, end, meant } of slips) {
    yield {
      start,
      end,
      message: `${quote(text.slice(start, end))} is no link; ${advice[kind]}.`,
      ...(meant !== null && { suggestions: [meant], fix: [{ start, end, text: meant }] }),
    };
  }
  const empty: (Span & { what: string })[] = [];
  visit(root, 'link', (node) => {
    const span = spanOf(node);
    if (node.url === '' && span) empty.push({ ...span, what: 'leads nowhere' });
    else if (node.children.length === 0 && span) empty.push({ ...span, what: 'has no text' });
  });
  for (const { start, end, what } of empty) {
    yield { start, end, message: `${quote(text.slice(start, end))} ${what}.` };
  }
}
