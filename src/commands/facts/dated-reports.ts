import { basename } from 'node:path';
import { listOptional } from '../../files/read-optional.ts';

/** Whether a file is named after a date, as reports are: `2017-05-08.md`. */
export function isDated(path: string): boolean {
  return /^\d{4}-\d{2}-\d{2}\.md$/.test(basename(path));
}

/** The names of the reports in a folder, by date. */
export async function datedReports(folder: string): Promise<string[]> {
  return (await listOptional(folder)).filter(isDated);
}
