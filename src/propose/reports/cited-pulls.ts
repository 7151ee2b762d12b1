import { itemKey } from '../../item/item-id.ts';
import type { MergedPull, Project } from '../project.ts';
import type { EarlierReport } from './earlier-report.ts';
import { type SectionTitle, sectionTitles } from './section-titles.ts';

/** A merged pull request and the heading under which a report cites it. */
export interface CitedPull extends SectionTitle {
  pull: MergedPull;
  /** The index of the report. */
  report: number;
}

/**
 * The pull requests that the earlier reports cite in a section, each once, where it is cited first.
 * Those merged after the report was written were cited as planned or ongoing, and don't count.
 */
export function citedPulls({ reports, pulls }: Pick<Project, 'reports' | 'pulls'>): CitedPull[] {
  const merged = new Map(pulls.map((pull) => [itemKey(pull), pull]));
  const found = new Map<MergedPull, CitedPull>();
  reports.forEach((report, index) => {
    const headings = sectionTitles(report);
    for (const { item, block } of report.citations) {
      const pull = merged.get(item);
      const heading = headings.get(block.section);
      if (!pull || !heading || found.has(pull) || !mergedBefore(pull, report)) continue;
      found.set(pull, { pull, ...heading, report: index });
    }
  });
  return [...found.values()];
}

/** Whether the reports cite anything of a repository (`owner/name`) in their sections. */
export function citesOwnWork(reports: readonly EarlierReport[], repository: string): boolean {
  const own = `${repository.toLowerCase()}#`;
  return reports.some((report) => {
    const headings = sectionTitles(report);
    return report.citations.some(
      ({ item, block }) => item.toLowerCase().startsWith(own) && headings.has(block.section),
    );
  });
}

/** The sections of merged work in the reports, each once, in the latest spelling. */
export function mergedSections(reports: readonly EarlierReport[]): string[] {
  const found = reports.flatMap((report) => {
    const headings = sectionTitles(report);
    return report.citations.flatMap(({ block }) => {
      const found = headings.get(block.section);
      return found?.belowMerged ? [found.heading] : [];
    });
  });
  return [...new Map(found.map((heading) => [heading.toLowerCase(), heading])).values()];
}

/** A report may still be edited on the day after its date. */
function mergedBefore({ mergedAt }: MergedPull, { date }: EarlierReport): boolean {
  if (date === null || mergedAt === null) return mergedAt !== null;
  return Date.parse(mergedAt) < Date.parse(`${date}T00:00:00Z`) + 2 * 86_400_000;
}
