import { isUnedited, titleSpan } from '../../../report/report.ts';
import { quote } from '../../../markdown/quote.ts';
import type { Finding } from '../../rule.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';

/**
 * A section whose every entry is still as it was generated, or a whole draft.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - Without a record nothing is known about what was edited.
 * ```
 */
export function* sectionUntouched(report: CheckableReport): Generator<Finding> {
  if (!report.record) return;
  if (isUnedited(report)) {
    yield { ...titleSpan(report), message: 'This draft was never edited' };
    return;
  }
  const headings = new Map(
    report.sections.toReversed().map(({ path, heading }) => [path, heading]),
  );
  for (const path of report.untouched) {
    const heading = headings.get(path);
    const { start, end } = heading ?? titleSpan(report);
    yield { start, end, message: `Section ${quote(path)} was never edited`, subject: path };
  }
}
