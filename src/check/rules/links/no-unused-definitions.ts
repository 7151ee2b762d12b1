import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import { quote } from '../../../markdown/quote.ts';
import { definitionLabel } from '../../text/definition-label.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A definition that no reference uses.
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
 * 3:1-3:52: Unused definition of `#12`
 * 4:1-4:52: Unused definition of `#13`
 * ```
 */
export function* noUnusedDefinitions(report: CheckableReport): Generator<Finding> {
  for (const span of findingsOf(remarkLintNoUnusedDefinitions, report)) {
    const subject = definitionLabel(report.text.slice(span.start, span.end));
    yield { ...span, message: `Unused definition of ${quote(subject)}`, subject };
  }
}
