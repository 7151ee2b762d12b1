import { compileRules } from '../../categorise/decide.ts';
import { parseConfig } from '../../config/config.ts';
import { citedPulls, type Cited } from './cited-pulls.ts';
import type { Known } from '../known.ts';
import { FEW, learn } from '../learn/learn.ts';
import { type Proposal, proposal, type ProposedSection, section } from '../proposal.ts';
import { toSections } from '../to-sections.ts';

const MOST = 12;

/**
 * The sections of the earlier reports, with the rules that explain best which pull request stood in
 * which; null when they have no two sections.
 */
export function fromReports(known: Known): Proposal | null {
  const examples = examplesIn(citedPulls(known), known.reports.length);
  const headings = inOrder(examples);
  if (headings.length < 2) return null;
  const learned = learn(examples, headings);
  const withOther = { ...learned, ...withRest(learned.sections) };
  // What no rule tells of is of a section only where the reports say so.
  const [{ sections, fallback }, found] = [withOther, learned]
    .map((one) => [one, explained(one.sections, one.fallback, examples)] as const)
    .reduce((a, b) => (sumOf(b[1]) > sumOf(a[1]) ? b : a));
  const right = sumOf(found);
  const told = sections.map((one) => ({
    ...one,
    why: headings.includes(one.title) ? [whyOf(one, examples, found.get(one.title) ?? 0)] : one.why,
  }));
  const share = `These rules put ${right} of ${examples.length} cited pull requests where the reports had them.`;
  return proposal('from the earlier reports', told, { notes: [share], fallback });
}

/** The sections with one for everything else, unless there is one of its name. */
function withRest(sections: readonly ProposedSection[]): {
  sections: ProposedSection[];
  fallback: string;
} {
  const other = section('Other', { why: ['Everything else.'] });
  const own = sections.find(({ title }) => title.toLowerCase() === 'other');
  return own
    ? { sections: [...sections], fallback: own.title }
    : { sections: [...sections, other], fallback: other.title };
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** The pull requests below headings that are sections: of the merged work, and in more than one report. */
function examplesIn(cited: readonly Cited[], reports: number): Cited[] {
  const below = cited.filter(({ belowMerged }) => belowMerged);
  const chosen = headingsOf(below).length > 1 ? below : cited;
  const spellings = new Map(chosen.map(({ heading }) => [heading.toLowerCase(), heading]));
  const examples = chosen.map((one) => ({
    ...one,
    heading: spellings.get(one.heading.toLowerCase()) ?? one.heading,
  }));
  const isSection = (heading: string): boolean => {
    const of = examples.filter((one) => one.heading === heading);
    const inReports = new Set(of.map(({ report }) => report)).size;
    // With more, what stands alone is a slip, or was a section for one week.
    if (examples.length < FEW) return true;
    return of.length > 1 && (inReports > 1 || reports < 3);
  };
  const kept = new Set(headingsOf(examples).filter(isSection).slice(0, MOST));
  return examples.filter(({ heading }) => kept.has(heading));
}

/** Those of the most pull requests first, since many a heading stood only for a week. */
function headingsOf(cited: readonly Cited[]): string[] {
  const counts = new Map<string, number>();
  for (const { heading } of cited) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([heading]) => heading);
}

/** As the reports have them, on the average. */
function inOrder(examples: readonly Cited[]): string[] {
  const places = new Map<string, number[]>();
  for (const report of new Set(examples.map((one) => one.report))) {
    const headings = new Set(
      examples.filter((one) => one.report === report).map(({ heading }) => heading),
    );
    [...headings].forEach((heading, at) => {
      places.set(heading, [...(places.get(heading) ?? []), at]);
    });
  }
  const mean = (list: readonly number[]) => list.reduce((sum, at) => sum + at, 0) / list.length;
  return [...places].toSorted(([, a], [, b]) => mean(a) - mean(b)).map(([heading]) => heading);
}

/** How many pull requests of each section the rules put there: as the categoriser decides it. */
function explained(
  sections: readonly ProposedSection[],
  fallback: string,
  examples: readonly Cited[],
): Map<string, number> {
  const { config } = parseConfig(toSections(sections, fallback));
  if (!config) throw new Error('proposed sections are no valid config');
  const decide = compileRules(config);
  const titles = new Map(config.sections.map(({ id, title }) => [id, title]));
  const right = new Map<string, number>();
  for (const { pull, heading } of examples) {
    if (titles.get(decide(pull, []).section) === heading)
      right.set(heading, (right.get(heading) ?? 0) + 1);
  }
  return right;
}

function whyOf(
  { title, titles, paths }: ProposedSection,
  examples: readonly Cited[],
  found: number,
): string {
  const cited = examples.filter(({ heading }) => heading === title).length;
  const under = `The reports cite ${cited} under this heading, of which these rules find ${found}.`;
  return titles.length + paths.length > 0
    ? under
    : `${under} Nothing in titles or paths tells them from the others.`;
}
