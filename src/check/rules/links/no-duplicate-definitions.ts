import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import { quote } from '../../../markdown/quote.ts';
import { definitionLabel } from '../../text/definition-label.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { Span } from '../../../markdown/span.ts';

/**
 * A second definition of the same reference; the first one counts. `--fix` deletes it when it is the
 * same as the first, with its line.
 *
 * @example ok
 * ```md
 * [#12] [#13]
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [#13]: https://github.com/linuxkit/linuxkit/pull/13
 * ```
 * @example not ok
 * ```md
 * [#12] [#13]
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [#13]: https://github.com/linuxkit/linuxkit/pull/13
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [#13]: https://github.com/linuxkit/linuxkit/issues/13
 * ```
 * ```text
 * 5:1-6:1: Duplicate definition of `#12`; only the first one counts
 * 6:1-6:54: Duplicate definition of `#13`; only the first one counts
 * ```
 * ```md fixed
 * [#12] [#13]
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [#13]: https://github.com/linuxkit/linuxkit/pull/13
 * [#13]: https://github.com/linuxkit/linuxkit/issues/13
 * ```
 */
export function* noDuplicateDefinitions(report: CheckableReport): Generator<Finding> {
  const { text, definitions } = report;
  const first = new Set(
    [...definitions.values()].map(({ position }) =>
      text.slice(position?.start.offset, position?.end.offset),
    ),
  );
  for (const span of findingsOf(remarkLintNoDuplicateDefinitions, report)) {
    const definition = text.slice(span.start, span.end);
    const subject = definitionLabel(definition);
    const line = first.has(definition) ? lineOf(text, span) : null;
    yield {
      ...(line ?? span),
      message: `Duplicate definition of ${quote(subject)}; only the first one counts`,
      subject,
      ...(line && { fix: { ...line, text: '' } }),
    };
  }
}

/** The line of a span, with its line ending; null when there is anything else on it. */
function lineOf(text: string, { start, end }: Span): Span | null {
  const ending = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  const startsLine = start === 0 || text[start - 1] === '\n';
  return startsLine && ending ? { start, end: end + ending[0].length } : null;
}
