import type { ItemLink } from '../../report/links/item-links.ts';
import { type ReportSection, saysMerged } from '../../report/sections.ts';
import type { Facts } from '../context/facts.ts';
import type { CheckableEntry, CheckableReport } from './checkable-report.ts';

/**
 * The entries of the sections that list merged pull requests: by their titles, or, where these say nothing,
 * because most of what their entries are about was merged in the period.
 */
export function mergedEntries({ entries }: CheckableReport, facts: Facts): CheckableEntry[] {
  const bySection = new Map<ReportSection | null, ItemLink[]>();
  for (const { section, subjects } of entries) {
    const known = bySection.get(section) ?? [];
    known.push(...subjects.slice(0, 1));
    bySection.set(section, known);
  }
  const listing = new Set(
    [...bySection].flatMap(([section, subjects]) =>
      section && (saysMerged(section) ?? areMerged(subjects, facts)) ? [section] : [],
    ),
  );
  return entries.filter(({ section }) => section !== null && listing.has(section));
}

/** Whether at least two, and two thirds of all, were merged in the period. */
function areMerged(subjects: readonly ItemLink[], facts: Facts): boolean {
  const pulls = subjects.flatMap(({ item }) => facts.pull(item) ?? []);
  const merged = pulls.filter((pull) => facts.isMerged(pull)).length;
  return merged >= 2 && merged * 3 >= subjects.length * 2;
}
