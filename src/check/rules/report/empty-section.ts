import type { RootContent } from 'mdast';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A heading without content. A comment for the editor counts as content: leftover-instruction reports
 * it.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * ### Core
 *
 * None in this period.
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
    if (isParent || nodes.slice(1).some(isContent)) continue;
    const { start, end } = heading;
    yield { start, end, message: `Empty section ${quote(title)}` };
  }
}

function isContent(node: RootContent): boolean {
  if (node.type === 'html') return !/^<!--(?! *editor:)/.test(node.value);
  return node.type !== 'definition';
}
