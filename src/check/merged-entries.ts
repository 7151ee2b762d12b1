import type { Entry } from './entries.ts';
import type { Report } from './report.ts';
import { listsMerged } from './sections.ts';

/** The entries of the sections that list merged pull requests. */
export function mergedEntries({ entries }: Report): Entry[] {
  return entries.filter(({ section }) => section !== null && listsMerged(section));
}
