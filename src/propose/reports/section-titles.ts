import { plainText } from '../../markdown/plain-text.ts';
import { isBelow, type ReportSection, titlesIn } from '../../report/sections.ts';
import type { EarlierReport } from './earlier-report.ts';

/** The heading of a section of the project. */
export interface SectionTitle {
  /** Plain text, without a colon at its end. */
  heading: string;
  /** Whether a heading above it is about merged work. */
  belowMerged: boolean;
}

/**
 * The parts of a report whose own heading names a section of the project. One that lists everything
 * merged or ongoing, or that has others below it, names none.
 */
export function sectionTitles({
  report,
  citations,
}: EarlierReport): Map<ReportSection, SectionTitle> {
  const citing = [...new Set(citations.map(({ block }) => block.section.path))];
  const found = report.sections.flatMap((section): [ReportSection, SectionTitle][] => {
    const names = headingNames(section);
    const heading = names.pop() ?? '';
    if (heading === '' || isMergedWork(heading) || isOtherList(heading)) return [];
    if (isStandingPart(heading)) return [];
    if (citing.some((path) => isBelow(path, section.path))) return [];
    return [[section, { heading, belowMerged: names.some(isMergedWork) }]];
  });
  return new Map(found);
}

/** The headings above a section and its own, outermost first, as plain text. */
export function headingNames({ path }: ReportSection): string[] {
  return titlesIn(path).map(headingName);
}

export function headingName(heading: string): string {
  return plainText(heading).replace(/(?<!\s)\s*:$/, '');
}

export function isMergedWork(heading: string): boolean {
  return /\bmerged\b/i.test(heading);
}

/** Whether a heading is about work of another state than merged. */
export function isOtherList(heading: string): boolean {
  return /\b(?:issues?|ongoing|open|closed|planned|plans|updated|unmerged)\b/i.test(heading);
}

/** Whether a heading is that of a part about everything, like newcomers or a summary. */
export function isStandingPart(heading: string): boolean {
  return /^(?:(?:new )?contributors|help wanted|in numbers|newcomers|releases|(?:quick |executive )?summary|overview|highlights|(?:bot )?activity|bots|statistics|stats)$/i.test(
    heading,
  );
}
