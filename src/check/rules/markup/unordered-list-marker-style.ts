import remarkLintUnorderedListMarkerStyle from 'remark-lint-unordered-list-marker-style';
import { quote } from '../../../markdown/quote.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';

/**
 * Bullets of two kinds; the first one in the report is taken for the right one.
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
 * 5:1-5:2: 2 entries have another bullet than the first, which has `-`.
 * ```
 */
export function* unorderedListMarkerStyle(
  report: CheckableReport,
  _context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const [first, ...others] = findingsOf(remarkLintUnorderedListMarkerStyle, report).filter(
    isEnabled,
  );
  if (!first) return;
  const { start } = first;
  const marker = /^[ \t>]*([-*+])[ \t]/m.exec(report.text)?.[1] ?? '-';
  const entries = others.length > 0 ? `${others.length + 1} entries have` : '1 entry has';
  yield {
    start,
    end: start + 1,
    message: `${entries} another bullet than the first, which has ${quote(marker)}.`,
  };
}
