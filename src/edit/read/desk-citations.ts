import { type Citation, citationsIn } from '../../report/links/citations.ts';
import { offeredItems } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import { waitingItems } from '../../revise/match/waiting.ts';
import { withWholeHashes } from '../../revise/match/whole-hashes.ts';
import type { Desk } from '../desk.ts';

/** What a report cites, as a rerun sees it: also without a link, and commits by their whole hashes. */
export function deskCitations(report: Report, { server, home, facts }: Desk): Citation[] {
  const known = [...offeredBy(report), ...facts.items.map(({ id }) => id)];
  return withWholeHashes(citationsIn(report, server, home), known);
}

/** The items that a draft has offered and the text no longer has. */
export function takenOutOf(
  report: Report,
  cited: readonly string[],
  { server }: Pick<Desk, 'server'>,
): string[] {
  const left = waitingItems(report, server);
  for (const item of cited) left.add(item);
  return [...new Set(offeredBy(report))].filter((item) => !left.has(item));
}

function offeredBy({ record }: Report): string[] {
  return record ? offeredItems(record.record) : [];
}
