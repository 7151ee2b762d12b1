import { join } from 'node:path';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { type EarlierReport, readEarlierReport } from '../../propose/reports/earlier-report.ts';

/** The Markdown files of a folder, ordered by name: oldest first when the names begin with dates. */
export function readReports(
  folder: string,
  within: string | null,
  server: string,
  repository: string | null,
): EarlierReport[] {
  const files = listOptional(folder, within).filter((file) => /(?<!^readme)\.md$/i.test(file));
  return files.map((file) => {
    const text = readOptional(join(folder, file), within) ?? '';
    return readEarlierReport({ path: file, text }, dateIn(file), server, repository);
  });
}

function dateIn(file: string): string | null {
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(file) ?? [];
  return date === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}
