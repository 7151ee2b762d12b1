import { visit } from 'unist-util-visit';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';
import type { Span } from '../../../markdown/span.ts';
import { spanOf } from '../../../markdown/span.ts';

/**
 * Comments in which the draft tells its editor what to write.
 *
 * @example ok
 * ```md
 * <!-- A comment of the editor's own. -->
 * ```
 * @example not ok
 * ```md
 * <!-- editor: Add what readers should see first. -->
 *
 * Text
 *
 * <!-- editor: Write this section, or delete it. -->
 * ```
 * ```text
 * 1:1-1:52: 2 comments for the editor are left; delete them when they are done.
 * ```
 */
export function* leftoverInstruction(
  { root }: CheckableReport,
  _context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const spans: Span[] = [];
  visit(root, 'html', (node) => {
    const span = spanOf(node);
    if (span && isEnabled(span) && /^<!--\s*editor:/.test(node.value)) spans.push(span);
  });
  const [first] = spans;
  if (!first) return;
  const message =
    spans.length === 1
      ? 'A comment for the editor is left; delete it when it is done.'
      : `${spans.length} comments for the editor are left; delete them when they are done.`;
  yield { ...first, message };
}
