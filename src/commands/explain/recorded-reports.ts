import { join, relative } from 'node:path';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { UsageError } from '../../errors.ts';
import { readPage } from '../../report/page.ts';
import { parseRecord } from '../../report/find-record.ts';
import type { Record as ReportRecord } from '../../report/record.ts';

/** A report that remembers what it offered. */
export interface RecordedReport {
  /** As it is shown to people. */
  file: string;
  text: string;
  record: ReportRecord;
  /** What it offered: `owner/name#12`, lower case. */
  items: string[];
}

export interface Wanted {
  /** What a text must hold to be worth parsing. */
  holding: string;
  accepts: (report: RecordedReport) => boolean;
}

/** The newest report in a folder with a record that is wanted; `cwd` is where people stand. */
export async function newestReport(
  folder: string,
  cwd: string,
  { holding, accepts }: Wanted,
): Promise<RecordedReport | null> {
  const files = (await listOptional(folder)).filter((file) => file.endsWith('.md')).reverse();
  for (const name of files) {
    const path = join(folder, name);
    const text = (await readOptional(path)) ?? '';
    const record = text.includes(holding) ? recordOf(text, name) : null;
    if (!record) continue;
    const items = record.sections.flatMap((section) => Object.keys(section.items));
    const report = { file: relative(cwd, path), text, record, items };
    if (accepts(report)) return report;
  }
  return null;
}

/** What a report itself tells of an item (`owner/name#12`, lower case). */
export function tellOf(report: RecordedReport, item: string, server: string): string {
  const { file, text, record } = report;
  const offers = record.sections.filter((section) => Object.hasOwn(section.items, item));
  const offered = offers[0] && under(offers[0].path);
  const page = readPage(text.replace(/^\uFEFF/, ''), server);
  const cited = page.citations.find((citation) => citation.item === item);
  if (!cited) {
    return offered === undefined
      ? `${file} does not name it`
      : `${file} offered it ${offered}; its editor has deleted it, and it stays deleted`;
  }
  const place = under(cited.block.region.path);
  if (offered === undefined) return `${file} names it ${place}, as its editor wants it`;
  const hashes = offers.flatMap((section) => section.items[item] ?? []);
  const drafted = cited.bullet !== null && hashes.includes(cited.bullet.hash);
  const words = drafted ? 'in the words of the draft' : "in its editor's words";
  return `${file} names it ${place}, ${words}${place === offered ? '' : `; it was offered ${offered}`}`;
}

/** The headings above a place, in words. */
export function under(path: string): string {
  return path === '' ? 'above all sections' : `under “${path}”`;
}

function recordOf(text: string, name: string): ReportRecord | null {
  try {
    return parseRecord(text, name);
  } catch (error) {
    // A damaged record tells nothing here; a rerun of that report says what is wrong with it.
    if (error instanceof UsageError) return null;
    throw error;
  }
}
