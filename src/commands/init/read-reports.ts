import { join } from 'node:path';
import type { FoundReports } from './gather-project.ts';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { isOwnFolder } from '../../files/is-own-folder.ts';
import { type EarlierReport, readEarlierReport } from '../../propose/reports/earlier-report.ts';
import { dateOfPath } from '../../propose/reports/date-in-name.ts';
import { isReportFile } from '../../propose/reports/report-file.ts';

/** Enough to learn from: a series says best what it is like now. */
const NEWEST = 30;
/** UTF-16 units of all together: reading Markdown takes most of the time. */
const MOST_TEXT = 500_000;

/** How deep reports are below their folder: `2024/05/index.md`. */
const DEEPEST = 3;

const inOrder = new Intl.Collator('en', { numeric: true });

/** Where earlier reports are. */
export interface ReportPlace {
  folder: string;
  /** The folder that its links may not lead out of, as for `followPath`. */
  within: string | null;
  /** From the root of the checkout, where the changes say that the repository is there for these texts. */
  textsIn?: string;
}

/** The newest Markdown files in a folder and those inside it, by the dates in their paths, else by the paths themselves. */
export function readReports(
  { folder, within, textsIn }: ReportPlace,
  server: string,
  repository: string | null,
): FoundReports {
  const files = listReports({ folder, within })
    .map((path) => ({ path, date: dateOfPath(path) }))
    .toSorted(
      (a, b) => inOrder.compare(a.date ?? '', b.date ?? '') || inOrder.compare(a.path, b.path),
    );
  const newest: EarlierReport[] = [];
  let [units, missing] = [0, 0];
  for (const { path, date } of files.slice(-NEWEST).reverse()) {
    const text = readOptional(join(folder, path), within);
    // A link that leads nowhere.
    if (text === null) {
      missing += 1;
      continue;
    }
    units += text.length;
    if (units > MOST_TEXT && newest.length > 0) break;
    newest.push(readEarlierReport({ path, text }, date, server, repository));
  }
  return {
    reports: newest.reverse(),
    total: files.length - missing,
    ...(textsIn !== undefined && { textsIn }),
  };
}

/** The paths of the reports from their folder; empty when it is missing. */
export function listReports(
  { folder, within }: Pick<ReportPlace, 'folder' | 'within'>,
  inside = '',
  depth = 0,
): string[] {
  return listOptional(join(folder, inside), within).flatMap((name) => {
    const path = inside === '' ? name : `${inside}/${name}`;
    if (isReportFile(path)) return [path];
    return depth < DEEPEST && isOwnFolder(join(folder, path))
      ? listReports({ folder, within }, path, depth + 1)
      : [];
  });
}
