import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import { listing, quote } from '../../../markdown/quote.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';
import type { Span } from '../../../markdown/span.ts';

/**
 * Definitions of the same reference; the first one counts. `--fix` deletes the later ones that say
 * the same.
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
 * 5:1-5:52: `#12` and `#13` are defined again; the first definition counts.
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
  const again = findingsOf(remarkLintNoDuplicateDefinitions, report);
  const [first] = again;
  if (!first) return;
  const sources = again.map(({ start, end }) => report.text.slice(start, end));
  const labels = [...new Set(sources.map(labelOf))];
  const originals = [...report.definitions.values()].map(({ position }) =>
    report.text.slice(position?.start.offset, position?.end.offset),
  );
  const fix = again.flatMap((span, index) =>
    originals.includes(sources[index] ?? '') ? wholeLine(report.text, span) : [],
  );
  yield {
    ...first,
    message: `${listing(labels.map(quote))} ${labels.length > 1 ? 'are' : 'is'} defined again; the first definition counts.`,
    ...(fix.length > 0 && { fix }),
  };
}

/** `#12` of `[#12]: https://…`. A bracket inside a label is escaped. */
export function labelOf(definition: string): string {
  return /^\[\^?((?:\\.|[^\]\\])*)\]/s.exec(definition)?.[1] ?? definition;
}

/** The deletion of a line of which nothing else than the span stands on it. */
function wholeLine(text: string, { start, end }: Span): Edit[] {
  const ending = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  const startsLine = start === 0 || text[start - 1] === '\n';
  return startsLine && ending ? [{ start, end: end + ending[0].length, text: '' }] : [];
}
