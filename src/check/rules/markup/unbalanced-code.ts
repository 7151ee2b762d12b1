import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A backtick that opens no code, because there is none to close it.
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
 * 1:1-1:2: This backtick opens no code: nothing closes it.
 * 3:5-3:7: These backticks open no code: nothing closes them.
 * ```
 */
export function* unbalancedCode({ prose, containers }: CheckableReport): Generator<Finding> {
  for (const { start: from, end: to } of containers) {
    const ticks = /`+/.exec(prose.slice(from, to));
    if (!ticks) continue;
    const start = from + ticks.index;
    const message =
      ticks[0].length === 1
        ? 'This backtick opens no code: nothing closes it.'
        : 'These backticks open no code: nothing closes them.';
    yield { start, end: start + ticks[0].length, message };
  }
}
