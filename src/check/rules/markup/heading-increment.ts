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
 * 3:1-3:9: Heading skips a level
 * 5:1-5:11: Heading skips a level
 * ```
 */
export function* headingIncrement(report: CheckableReport): Generator<Finding> {
  for (const span of findingsOf(remarkLintHeadingIncrement, report)) {
    yield { ...span, message: 'Heading skips a level' };
  }
}
