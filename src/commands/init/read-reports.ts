import { join } from 'node:path';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { type EarlierReport, readEarlierReport } from '../../propose/reports/earlier-report.ts';
import { dateInName } from '../../propose/reports/date-in-name.ts';

/** Enough to learn from: a series says best what it is like now. */
const NEWEST = 30;
/** UTF-16 units of all together: reading Markdown takes most of the time. */
const MOST_TEXT = 500_000;

const inOrder = new Intl.Collator('en', { numeric: true });

/** The newest reports of a folder, and how many there are. */
export interface ReportFolder {
  /** Oldest first. */
  reports: EarlierReport[];
  total: number;
}

/** The newest Markdown files of a folder, by the dates in their names, else by the names themselves. */
export function readReports(
  folder: string,
  within: string | null,
  server: string,
  repository: string | null,
): ReportFolder {
  const files = listOptional(folder, within)
    .filter((file) => /(?<!^readme)\.(?:md|mdx|markdown)$/i.test(file))
    .map((name) => ({ name, date: dateInName(name) }))
    .toSorted(
      (a, b) => inOrder.compare(a.date ?? '', b.date ?? '') || inOrder.compare(a.name, b.name),
    );
  const newest: EarlierReport[] = [];
  let units = 0;
  for (const { name, date } of files.slice(-NEWEST).reverse()) {
    const text = readOptional(join(folder, name), within) ?? '';
    units += text.length;
    if (units > MOST_TEXT && newest.length > 0) break;
    newest.push(readEarlierReport({ path: name, text }, date, server, repository));
  }
  return { reports: newest.reverse(), total: files.length };
}
