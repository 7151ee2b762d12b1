import { plainText } from '../../markdown/plain-text.ts';
import { type Page, readPage } from '../../report/page.ts';
import type { Region } from '../../report/regions.ts';
import { itemKey } from '../../item/item-id.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import type { EarlierReport, Known } from '../known.ts';

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
    const page = readPage(report.text.replace(/^\uFEFF/, ''), server, repository ?? '');
    const parents = parentsOf(page);
    for (const { item, block } of page.citations) {
      const pull = known.get(item);
      const names = block.region.path.split(' › ').map(nameOf);
      const heading = names.at(-1) ?? '';
      if (!pull || found.has(pull) || !mergedBefore(pull, report)) continue;
      if (heading === '' || listsAll(heading, block.region, parents)) continue;
      const belowMerged = names.slice(0, -1).some((name) => MERGED.test(name));
      found.set(pull, { pull, heading, belowMerged, report: index });
    }
  });
  return [...found.values()];
}

/** The headings below one that speaks of merged work, in the reports' order, each once. */
export function mergedHeadings({ repository, server, reports }: Known): string[] {
  const found = reports.flatMap((report) => {
    const page = readPage(report.text.replace(/^\uFEFF/, ''), server, repository ?? '');
    const parents = parentsOf(page);
    return page.citations.flatMap(({ block: { region } }) => {
      const names = region.path.split(' › ').map(nameOf);
      const heading = names.at(-1) ?? '';
      const isBelow = names.slice(0, -1).some((name) => MERGED.test(name));
      return isBelow && heading !== '' && !listsAll(heading, region, parents) ? [heading] : [];
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
function listsAll(heading: string, region: Region, parents: ReadonlySet<Region>): boolean {
  return MERGED.test(heading) || OTHER_LISTS.test(heading) || parents.has(region);
}

/** The regions below which others stand that cite something. */
function parentsOf({ regions, citations }: Page): Set<Region> {
  const citing = new Set(citations.map(({ block }) => block.region.path));
  return new Set(
    regions.filter(({ path }) => [...citing].some((other) => other.startsWith(`${path} › `))),
  );
}

/** A report is written until a day after its date; what came later was cited as planned or ongoing. */
function mergedBefore({ mergedAt }: PullRequest, { date }: EarlierReport): boolean {
  if (date === null || mergedAt === null) return mergedAt !== null;
  return Date.parse(mergedAt) < Date.parse(`${date}T00:00:00Z`) + 2 * 86_400_000;
}
