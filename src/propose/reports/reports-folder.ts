import type { YearOfChanges } from '../project.ts';
import { dateOfPath } from './date-in-name.ts';
import { isReportFile } from './report-file.ts';

/** The share of the changes that must be to texts with a date, for these to be what a repository is for. */
const LEAST_SHARE = 1 / 3;
const LEAST_REPORTS = 5;

/**
 * The folders of dated texts in a repository that is mostly there for these, like that of a newsletter; those with most
 * of them first. Folders that are there for dates, `2024` and `2024-05`, belong to those around them.
 */
export function folderOfReports(changes: YearOfChanges): string[] {
  const found = new Map<string, Set<string>>();
  let count = 0;
  for (const paths of changes) {
    const dated = paths.filter((path) => isReportFile(path) && dateOfPath(path) !== null);
    if (dated.length > 0) count += 1;
    for (const path of dated) {
      const folder = path.split('/').slice(0, -1);
      while (/^\d[\d._-]*(?:w\d+)?$/i.test(folder.at(-1) ?? '')) folder.pop();
      const own = found.get(folder.join('/')) ?? new Set();
      found.set(folder.join('/'), own.add(path));
    }
  }
  if (count < changes.length * LEAST_SHARE) return [];
  return [...found]
    .filter(([folder, files]) => folder !== '' && files.size >= LEAST_REPORTS)
    .toSorted(([, a], [, b]) => b.size - a.size)
    .map(([folder]) => folder);
}
