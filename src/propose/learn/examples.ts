import { FEW_EXAMPLES } from './learn.ts';
import type { CitedPull } from '../reports/cited-pulls.ts';

/** Sections beyond that are left out, those with the fewest pull requests. */
const MOST = 12;

/**
 * The pull requests to learn from: those under headings that are sections, in the latest spelling of
 * the heading. When at least two headings are below one for merged work, only these are sections.
 */
export function chooseExamples(cited: readonly CitedPull[], reports: number): CitedPull[] {
  const below = cited.filter(({ belowMerged }) => belowMerged);
  const chosen = headingsBySize(below).length > 1 ? below : cited;
  const spellings = new Map(chosen.map(({ heading }) => [heading.toLowerCase(), heading]));
  const examples = chosen.map((one) => ({
    ...one,
    heading: spellings.get(one.heading.toLowerCase()) ?? one.heading,
  }));
  const isSection = (heading: string): boolean => {
    const own = examples.filter((one) => one.heading === heading);
    const inReports = new Set(own.map(({ report }) => report)).size;
    // Among many, a single one is a slip, or was a section for one week.
    if (examples.length < FEW_EXAMPLES) return true;
    return own.length > 1 && (inReports > 1 || reports < 3);
  };
  const kept = new Set(headingsBySize(examples).filter(isSection).slice(0, MOST));
  return examples.filter(({ heading }) => kept.has(heading));
}

/** The headings, those with the most pull requests first. */
function headingsBySize(cited: readonly CitedPull[]): string[] {
  const counts = new Map<string, number>();
  for (const { heading } of cited) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([heading]) => heading);
}

/** The headings, ordered by their mean position in the reports. */
export function headingsInOrder(
  examples: readonly Pick<CitedPull, 'heading' | 'report'>[],
): string[] {
  const positions = new Map<string, number[]>();
  for (const report of new Set(examples.map((one) => one.report))) {
    const headings = new Set(
      examples.filter((one) => one.report === report).map(({ heading }) => heading),
    );
    [...headings].forEach((heading, position) => {
      positions.set(heading, [...(positions.get(heading) ?? []), position]);
    });
  }
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return [...positions].toSorted(([, a], [, b]) => mean(a) - mean(b)).map(([heading]) => heading);
}
