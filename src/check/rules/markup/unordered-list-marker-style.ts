import { quote } from '../../../markdown/quote.ts';
import { withOuter } from '../../../report/outline.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A bullet unlike the first one in the report; lists in lists may have others of their own.
 *
 * @example ok
 * ```md
 * - One
 *   * Two
 *
 * 1. Three
 *    * Four
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
export function* unorderedListMarkerStyle({ bullets }: CheckableReport): Generator<Finding> {
  const firsts = new Map<number, string>();
  for (const bullet of bullets) {
    const subject = bullet.marker.charAt(0);
    if (!/^[-*+]/.test(subject)) continue;
    const level = withOuter(bullet).length;
    const first = firsts.get(level);
    if (first === undefined) firsts.set(level, subject);
    if (first === undefined || first === subject) continue;
    const message = `Bullet ${quote(subject)} differs from the first one, ${quote(first)}`;
    yield { start: bullet.start, end: bullet.start + 1, message, subject };
  }
}
