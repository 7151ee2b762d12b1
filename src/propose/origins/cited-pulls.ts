import { plainText } from '../../markdown/plain-text.ts';
import { type Citation, citationsIn } from '../../report/citations.ts';
import { readReport, type Report } from '../../report/report.ts';
import { isBelow, type ReportSection, titlesIn } from '../../report/sections.ts';
import { itemKey } from '../../item/item-id.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import type { EarlierReport, Known } from '../known.ts';

export interface CitingReport {
  report: Report;
  citations: Citation[];
}

export function readCitingReport(
  text: string,
  server: string,
  repository: string | null,
): CitingReport {
  const report = readReport({ path: 'an earlier report', text });
  return { report, citations: citationsIn(report, server, repository ?? '') };
}

/** A merged pull request and the heading under which a report cites it. */
export interface Cited {
  pull: PullRequest;
  /** Plain text, without a colon at its end. */
  heading: string;
  /** Whether the heading stands below one that speaks of merged work. */
  belowMerged: boolean;
  /** Which of the reports it is. */
  report: number;
}

/**
 * Where the earlier reports cite pull requests that were merged by then: each once, where it first
 * stands. What stands under no heading of its own, or in a list of everything merged or ongoing, was
 * not put into a section.
 */
export function citedPulls({ repository, server, reports, pulls }: Known): Cited[] {
  const known = new Map(pulls.map((pull) => [itemKey(pull), pull]));
  const found = new Map<PullRequest, Cited>();
  reports.forEach((report, index) => {
    const page = readCitingReport(report.text, server, repository);
    const parents = parentsOf(page);
    for (const { item, block } of page.citations) {
      const pull = known.get(item);
      const names = titlesIn(block.section.path).map(nameOf);
      const heading = names.at(-1) ?? '';
      if (!pull || found.has(pull) || !mergedBefore(pull, report)) continue;
      if (heading === '' || listsAll(heading, block.section, parents)) continue;
      const belowMerged = names.slice(0, -1).some((name) => MERGED.test(name));
      found.set(pull, { pull, heading, belowMerged, report: index });
    }
  });
  return [...found.values()];
}

/** The headings below one that speaks of merged work, in the reports' order, each once. */
export function mergedHeadings({ repository, server, reports }: Known): string[] {
  const found = reports.flatMap((report) => {
    const page = readCitingReport(report.text, server, repository);
    const parents = parentsOf(page);
    return page.citations.flatMap(({ block: { section } }) => {
      const names = titlesIn(section.path).map(nameOf);
      const heading = names.at(-1) ?? '';
      const isBelow = names.slice(0, -1).some((name) => MERGED.test(name));
      return isBelow && heading !== '' && !listsAll(heading, section, parents) ? [heading] : [];
    });
  });
  return [...new Map(found.map((heading) => [heading.toLowerCase(), heading])).values()];
}

export const MERGED = /\bmerged\b/i;
export const OTHER_LISTS = /\b(?:issues?|ongoing|open|closed|planned|plans|updated|unmerged)\b/i;

export function nameOf(heading: string): string {
  return plainText(heading).replace(/\s*:$/, '');
}

/** Whether a heading names no part of the project: it has parts below it, or says what they share. */
function listsAll(
  heading: string,
  section: ReportSection,
  parents: ReadonlySet<ReportSection>,
): boolean {
  return MERGED.test(heading) || OTHER_LISTS.test(heading) || parents.has(section);
}

/** The sections with others below them that cite something. */
function parentsOf({ report, citations }: CitingReport): Set<ReportSection> {
  const citing = new Set(citations.map(({ block }) => block.section.path));
  return new Set(
    report.sections.filter(({ path }) => [...citing].some((other) => isBelow(other, path))),
  );
}

/** A report is written until a day after its date; what came later was cited as planned or ongoing. */
function mergedBefore({ mergedAt }: PullRequest, { date }: EarlierReport): boolean {
  if (date === null || mergedAt === null) return mergedAt !== null;
  return Date.parse(mergedAt) < Date.parse(`${date}T00:00:00Z`) + 2 * 86_400_000;
}
