import { draftSections } from '../../../report/draft/draft.ts';
import { offersOf } from '../../../report/draft/draft-record.ts';
import { isUnedited, titleSpan } from '../../../report/report.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckContext } from '../../context/check-context.ts';
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
export function* sectionUntouched(
  report: CheckableReport,
  { server }: CheckContext,
): Generator<Finding> {
  if (!report.record) return;
  if (isUnedited(report)) {
    yield { ...titleSpan(report), message: 'This draft was never edited' };
    return;
  }
  const now = new Map(
    offersOf(draftSections(report, server)).map((section) => [section.path, section]),
  );
  const same = report.record.record.sections.filter(({ path, items }) => {
    const texts = Object.entries(items);
    return (
      texts.length > 0 &&
      texts.every(([item, hashes]) => isGenerated(hashes, now.get(path)?.items[item]))
    );
  });
  const headings = new Map(
    report.sections.toReversed().map(({ path, heading }) => [path, heading]),
  );
  for (const { path } of same) {
    const heading = headings.get(path);
    const { start, end } = heading ?? titleSpan(report);
    yield { start, end, message: `Section ${quote(path)} was never edited`, subject: path };
  }
}

function isGenerated(generated: readonly string[], now: readonly string[] | undefined): boolean {
  const known = new Set(generated);
  return now?.every((hash) => known.has(hash)) ?? false;
}
