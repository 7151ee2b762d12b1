import { basename } from 'node:path';
import { listOptional } from '../../files/read-optional.ts';

/** Whether a file is named after a date, as reports are: `2017-05-08.md`. */
export function isDated(path: string): boolean {
  return /^\d{4}-\d{2}-\d{2}\.md$/.test(basename(path));
}

/** The names of the reports in a folder, by date; its links may not lead out of another. */
export function datedReports(folder: string, within: string | null): string[] {
  return listOptional(folder, within).filter(isDated);
}
