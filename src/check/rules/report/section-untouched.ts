import { type DraftEntry, entriesIn } from '../../../report/draft/draft.ts';
import { draftSections } from '../../../report/draft/draft-sections.ts';
import { hashesOf } from '../../../report/record/as-read.ts';
import { withOuter } from '../../../report/outline.ts';
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
    draftSections(report, server).map((section) => [section.path, entriesIn(section)]),
  );
  const same = report.record.record.sections.filter(({ path, items }) => {
    const texts = Object.entries(items);
    return (
      texts.length > 0 &&
      texts.every(([item, hashes]) => isGenerated(item, hashes, now.get(path) ?? []))
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

function isGenerated(
  item: string,
  generated: readonly string[],
  entries: readonly DraftEntry[],
): boolean {
  const own = entries.filter(({ items }) => items.includes(item));
  // Without the facts, a title above links passes for the name of a group.
  const reads = ({ bullet }: DraftEntry) =>
    withOuter(bullet).some((one) => hashesOf(one).some((hash) => generated.includes(hash)));
  return own.length > 0 && own.every(reads);
}
