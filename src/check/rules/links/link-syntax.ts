import { nodesIn } from '../../../markdown/nodes-in.ts';
import type { LinkSlip } from '../../text/link-slips.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { Span } from '../../../markdown/span.ts';
import { spanOf } from '../../../markdown/span.ts';

const advice: Record<LinkSlip['kind'], string> = {
  swapped: 'put its text in brackets and its address in parentheses',
  'unclosed-text': 'close its text with a bracket',
  blank: 'remove the space between its text and its address',
  'unclosed-address': 'close its address with a parenthesis',
  'parenthesis-inside': 'put the parenthesis before the bracket',
};

/**
 * A link with a slip in its syntax: brackets and parentheses swapped, a space between them, one of
 * them missing; or without text or address.
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
 * 1:12-1:56: Broken link `(community slack)[https://example.com/slack]`; put its text in brackets and its address in parentheses
 * 3:10-3:48: Broken link `[#1363)(https://example.com/pull/1363)`; close its text with a bracket
 * 3:58-3:93: Broken link `[notes] (https://example.com/notes)`; remove the space between its text and its address
 * 5:15-5:23: Broken link `[(#1985]`; put the parenthesis before the bracket
 * 5:38-5:66: Broken link `[a link](https://example.com`; close its address with a parenthesis
 * 5:88-5:95: Missing address in `[one]()`
 * 5:108-5:133: Missing text in `[](https://example.com/1)`
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
      message: `Broken link ${quote(text.slice(start, end))}; ${advice[kind]}`,
      ...(meant !== null && { suggestions: [meant], fix: { start, end, text: meant } }),
    };
  }
  const empty: (Span & { missing: 'address' | 'text' })[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'link') continue;
    const span = spanOf(node);
    if (node.url === '' && span) empty.push({ ...span, missing: 'address' });
    else if (node.children.length === 0 && span) empty.push({ ...span, missing: 'text' });
  }
  for (const { start, end, missing } of empty) {
    yield { start, end, message: `Missing ${missing} in ${quote(text.slice(start, end))}` };
  }
}
