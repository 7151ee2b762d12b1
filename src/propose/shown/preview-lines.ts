import { many } from '../../markdown/many.ts';
import { measureSpread } from '../measure/spread.ts';
import type { Project } from '../project.ts';
import type { ProposedConfig, ShownChanges } from '../proposal.ts';

/** How many titles show what a section is about. */
const EXAMPLES = 3;
/** The most characters of a title. */
const LONGEST = 100;

/**
 * What changes would be under proposed sections, for people to read: a line for each section, and its first
 * titles indented below it. Titles are foreign text. Nothing without changes.
 */
export function previewLines(
  { sections, fallback }: Pick<ProposedConfig, 'sections' | 'fallback'>,
  { name, what, changes }: ShownChanges,
): string[] {
  if (changes.length === 0) return [];
  const spread = measureSpread(sections, fallback ?? '', changes);
  // A section of whole repositories has what is its own, also where it is the fallback.
  const takesAll = (title: string) =>
    sections.some((one) => one.title === title && one.repositories !== undefined);
  return [
    `${name}, ${many(changes.length, what)}, in these sections:`,
    ...[...spread.changes].flatMap(([title, claimed]) => [
      `  ${title}: ${countOf(claimed.length, title === fallback && !takesAll(title))}`,
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

/** The last month of a project, as what shows its sections. */
export function lastMonth({ month: changes }: Pick<Project, 'month'>): ShownChanges {
  return { name: 'The last month', what: 'change', changes };
}
