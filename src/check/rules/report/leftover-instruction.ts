import { visit } from 'unist-util-visit';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { Span } from '../../../markdown/span.ts';
import { spanOf } from '../../../markdown/span.ts';

/**
 * A comment of the draft that asks its editor for something.
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
 * 1:1-1:52: Leftover comment for the editor; delete it when done
 * 5:1-5:51: Leftover comment for the editor; delete it when done
 * ```
 */
export function* leftoverInstruction({ root }: CheckableReport): Generator<Finding> {
  const spans: Span[] = [];
  visit(root, 'html', (node) => {
    const span = spanOf(node);
    if (span && /^<!--\s*editor:/.test(node.value)) spans.push(span);
  });
  for (const span of spans) {
    yield { ...span, message: 'Leftover comment for the editor; delete it when done' };
  }
}
