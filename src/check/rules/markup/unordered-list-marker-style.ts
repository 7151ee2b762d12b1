import remarkLintUnorderedListMarkerStyle from 'remark-lint-unordered-list-marker-style';
import { quote } from '../../../markdown/quote.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A bullet unlike the first one in the report.
 *
 * @example ok
 * ```md
 * - One
 *   - Two
 *
 * 1. Three
 * ```
 * @example not ok
 * ```md
 * - One
 *
 * Text
 *
 * * Two
 * * Three
 * ```
 * ```text
 * 5:1-5:2: Bullet `*` differs from the first one, `-`
 * 6:1-6:2: Bullet `*` differs from the first one, `-`
 * ```
 */
export function* unorderedListMarkerStyle(report: CheckableReport): Generator<Finding> {
  const first = /^[ \t>]*([-*+])[ \t]/m.exec(report.text)?.[1] ?? '-';
  for (const { start } of findingsOf(remarkLintUnorderedListMarkerStyle, report)) {
    const subject = report.text.slice(start, start + 1);
    const message = `Bullet ${quote(subject)} differs from the first one, ${quote(first)}`;
    yield { start, end: start + 1, message, subject };
  }
}
