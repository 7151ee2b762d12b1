import { editorComments } from '../../../report/editor-comments.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

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
export function* leftoverInstruction(report: CheckableReport): Generator<Finding> {
  for (const { start, end } of editorComments(report)) {
    yield { start, end, message: 'Leftover comment for the editor; delete it when done' };
  }
}
