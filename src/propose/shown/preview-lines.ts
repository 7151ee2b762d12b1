import { many } from '../../markdown/many.ts';
import { measureSpread } from '../measure/spread.ts';
import type { TriedChange } from '../project.ts';
import type { ProposedConfig } from '../proposal.ts';

/** How many titles show what a section is about. */
const EXAMPLES = 3;
/** The most characters of a title. */
const LONGEST = 100;

/**
 * What a month would be under proposed sections, for people to read: a line for each section, and its first
 * titles indented below it. Titles are foreign text.
 *
 * @param changes of the month, the newest first
 */
export function previewLines(
  { sections, fallback }: Pick<ProposedConfig, 'sections' | 'fallback'>,
  changes: readonly TriedChange[],
): string[] {
  const spread = measureSpread(sections, fallback ?? '', changes);
  return [
    `The last month, ${many(changes.length, 'change')}, in these sections:`,
    ...[...spread.changes].flatMap(([title, claimed]) => [
      `  ${title}: ${countOf(claimed.length, title === fallback)}`,
      ...claimed.slice(0, EXAMPLES).map((change) => `    ${shortened(change.title)}`),
    ]),
  ];
}

function countOf(count: number, isFallback: boolean): string {
  if (!isFallback) return String(count);
  return count === 0 ? '0, all have a section' : `${count}, which no other section wants`;
}

function shortened(title: string): string {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
}
