import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import { listing, quote } from '../../../markdown/quote.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';
import { labelOf } from './no-duplicate-definitions.ts';

/**
 * Definitions that nothing refers to.
 *
 * @example ok
 * ```md
 * [#12]
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * ```
 * @example not ok
 * ```md
 * Text
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [#13]: https://github.com/linuxkit/linuxkit/pull/13
 * ```
 * ```text
 * 3:1-3:52: Nothing refers to 2 definitions: `#12` and `#13`.
 * ```
 */
export function* noUnusedDefinitions(
  report: CheckableReport,
  _context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const unused = findingsOf(remarkLintNoUnusedDefinitions, report).filter(isEnabled);
  const [first] = unused.sort((a, b) => a.start - b.start);
  if (!first) return;
  const labels = unused.map(({ start, end }) => quote(labelOf(report.text.slice(start, end))));
  yield {
    ...first,
    message:
      labels.length === 1
        ? `Nothing refers to the definition of ${listing(labels)}.`
        : `Nothing refers to ${labels.length} definitions: ${listing(labels)}.`,
  };
}
