import remarkLintHeadingIncrement from 'remark-lint-heading-increment';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A heading that skips a level.
 *
 * @example ok
 * ```md
 * # Report
 *
 * ## PRs merged
 *
 * ### Core
 *
 * ## Blogs
 * ```
 * @example not ok
 * ```md
 * # Report
 *
 * ### Core
 *
 * ### Kernel
 *
 * #### Images
 * ```
 * ```text
 * 3:1-3:9: This heading skips a level, and so does 1 more.
 * ```
 */
export function* headingIncrement(report: CheckableReport): Generator<Finding> {
  const found = findingsOf(remarkLintHeadingIncrement, report);
  const [first] = found;
  if (!first) return;
  const others = found.length - 1;
  const more = others === 0 ? '' : `, and so ${others === 1 ? 'does' : 'do'} ${others} more`;
  yield { ...first, message: `This heading skips a level${more}.` };
}
