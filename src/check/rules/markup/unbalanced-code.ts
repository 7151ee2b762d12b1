import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A backtick that opens no code, because no other one closes it.
 *
 * @example ok
 * ```md
 * `linuxkit run` takes ``a `tick` `` and a lone \`.
 * ```
 * @example not ok
 * ```md
 * `linuxkit run needs to be enhanced.
 *
 * The ``fw` option.
 * ```
 * ```text
 * 1:1-1:2: Unmatched backtick
 * 3:5-3:7: Unmatched backticks
 * ```
 */
export function* unbalancedCode({ prose, containers }: CheckableReport): Generator<Finding> {
  for (const { start: from, end: to } of containers) {
    const ticks = /`+/.exec(prose.slice(from, to));
    if (!ticks) continue;
    const start = from + ticks.index;
    const message = ticks[0].length === 1 ? 'Unmatched backtick' : 'Unmatched backticks';
    yield { start, end: start + ticks[0].length, message };
  }
}
