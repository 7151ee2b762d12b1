import type { CheckableReport } from '../../check/text/checkable-report.ts';
import { entriesIn } from '../../report/draft/draft.ts';
import type { Report } from '../../report/report.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { Desk } from '../desk.ts';
import type { DeskEntry, DeskSection } from '../protocol.ts';
import type { PlacedEntry } from './desk-entries.ts';

/** The sections of a report, and its entries with the indices of theirs. */
export function deskSections(
  report: CheckableReport,
  placed: readonly PlacedEntry[],
  { drafts }: Desk,
): { sections: DeskSection[]; entries: DeskEntry[] } {
  const untouched = new Set(report.untouched);
  const drafted = new Set(drafts?.fresh.draft.sections.filter(hasEntries).map(({ path }) => path));
  for (const { path, items } of report.record?.record.sections ?? [])
    if (Object.keys(items).length > 0) drafted.add(path);
  const counts = new Map<ReportSection, number>();
  for (const { section } of placed) counts.set(section, (counts.get(section) ?? 0) + 1);
  const ends = endsOf(report);
  const indices = new Map<ReportSection, number>();
  const sections = report.sections.flatMap((section): DeskSection[] => {
    const end = ends.get(section);
    if (end === undefined) return [];
    indices.set(section, indices.size);
    const { path, title, heading } = section;
    const entries = counts.get(section) ?? 0;
    return [
      {
        ...{ start: heading?.start ?? end.first, end: end.last, path, title, entries },
        depth: heading?.depth ?? 0,
        takesEntries: entries > 0 || drafted.has(path),
        isDrafted: untouched.has(path),
      },
    ];
  });
  const entries = placed.map(({ section, entry }) => ({
    ...entry,
    section: indices.get(section) ?? 0,
  }));
  return { sections, entries };
}

function hasEntries(section: Parameters<typeof entriesIn>[0]): boolean {
  return entriesIn(section).length > 0;
}

/** Where the text of each section begins and ends, without front matter, definitions and the record; none where it has nothing else. */
function endsOf({ blocks, record }: Report): Map<ReportSection, { first: number; last: number }> {
  const ends = new Map<ReportSection, { first: number; last: number }>();
  for (const { node, section, start, end } of blocks) {
    if (node.type === 'yaml' || node.type === 'definition' || start === record?.start) continue;
    const last = record && start < record.start ? Math.min(end, record.start) : end;
    ends.set(section, { first: ends.get(section)?.first ?? start, last });
  }
  return ends;
}
