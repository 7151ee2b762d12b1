import { draftSections } from '../../../report/draft.ts';
import { offersOf } from '../../../report/draft-record.ts';
import { isUnedited, titleSpan } from '../../../report/report.ts';
import { listing, quote } from '../../../markdown/quote.ts';
import type { Context, Finding } from '../../rule.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';

/**
 * Sections whose every entry is still what was generated for it, or a whole draft.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - A report without a record may have been edited or not.
 * ```
 */
export function* sectionUntouched(
  report: CheckableReport,
  { server }: Context,
): Generator<Finding> {
  if (!report.record) return;
  if (isUnedited(report)) {
    yield { ...titleSpan(report), message: 'This draft was never edited.' };
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
  if (same.length === 0) return;
  const names = same.map(({ path }) => quote(path));
  const message = `${listing(names)} ${same.length > 1 ? 'were' : 'was'} never edited.`;
  yield { ...titleSpan(report), message };
}

function isGenerated(generated: readonly string[], now: readonly string[] | undefined): boolean {
  return now?.every((hash) => generated.includes(hash)) ?? false;
}
