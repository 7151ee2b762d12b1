import type { Heading, RootContent } from 'mdast';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A heading without content. A comment for the editor counts as content: leftover-instruction reports
 * it. So does a link that is the whole heading.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * ### Core
 *
 * None in this period.
 *
 * ### [Calls for testing](https://example.com/testing)
 *
 * ## Blogs
 *
 * <!-- editor: Write this section, or delete it. -->
 * ```
 * @example not ok
 * ```md
 * ## Blogs
 *
 * ## Planned changes
 *
 * [#12]: https://github.com/linuxkit/linuxkit/issues/12
 * ```
 * ```text
 * 1:1-1:9: Empty section `Blogs`
 * 3:1-3:19: Empty section `Planned changes`
 * ```
 */
export function* emptySection({ sections }: CheckableReport): Generator<Finding> {
  for (const { heading, title, nodes, index } of sections) {
    if (!heading) continue;
    const next = sections[index + 1]?.heading;
    const isParent = next !== undefined && next !== null && next.depth > heading.depth;
    if (isParent || leadsElsewhere(heading.node) || nodes.slice(1).some(isContent)) continue;
    const { start, end } = heading;
    yield { start, end, message: `Empty section ${quote(title)}` };
  }
}

function leadsElsewhere({ children: [only, ...others] }: Heading): boolean {
  return others.length === 0 && (only?.type === 'link' || only?.type === 'linkReference');
}

function isContent(node: RootContent): boolean {
  if (node.type === 'html') return !/^<!--(?! *editor:)/.test(node.value);
  return node.type !== 'definition';
}
