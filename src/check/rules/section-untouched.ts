import { offersOf, type Record } from '../../report/record.ts';
import { readDraft } from '../../report/draft.ts';
import { listing, quote } from '../../markdown/quote.ts';
import type { Report } from '../report.ts';
import type { Context, Finding } from '../rule.ts';

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
export function* sectionUntouched(report: Report, { server }: Context): Generator<Finding> {
  const { text, record, sections, untouched } = report;
  const [title] = sections;
  const start = title?.heading.start ?? 0;
  const end = title?.heading.end ?? 0;
  if (untouched) {
    yield { start, end, message: 'This draft was never edited.' };
    return;
  }
  if (!record) return;
  const now = new Map(offersOf(readDraft(text, server)).map((section) => [section.path, section]));
  const same = record.sections.filter(({ path, items }) => {
    const texts = Object.entries(items);
    return (
      texts.length > 0 &&
      texts.every(([item, hashes]) => sameText(hashes, now.get(path)?.items[item]))
    );
  });
  if (same.length === 0) return;
  const names = same.map(({ path }) => quote(path));
  const message = `${listing(names)} ${same.length > 1 ? 'were' : 'was'} never edited.`;
  yield { start, end, message };
}

function sameText(
  generated: readonly string[],
  now: Record['sections'][number]['items'][string] | undefined,
): boolean {
  return now?.every((hash) => generated.includes(hash)) ?? false;
}
