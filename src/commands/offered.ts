import { join, relative } from 'node:path';
import { listOptional, readOptional } from '../config/read-optional.ts';
import { UsageError } from '../errors.ts';
import { readPage } from '../revise/page.ts';
import { parseRecord, type Record as ReportRecord } from '../revise/record.ts';
import type { Environment } from './environment.ts';

/** A report that offered an item. */
export interface OfferingReport {
  /** As it is shown to people. */
  file: string;
  text: string;
  record: ReportRecord;
}

/** The newest report in `reports/` whose record has an item that the test accepts; null when none has. */
export async function reportOffering(
  accepts: (item: string) => boolean,
  { cwd }: Environment,
): Promise<OfferingReport | null> {
  const folder = join(cwd, 'reports');
  const files = (await listOptional(folder)).filter((file) => file.endsWith('.md')).reverse();
  for (const name of files) {
    const path = join(folder, name);
    const text = (await readOptional(path)) ?? '';
    const record = recordOf(text, name);
    const items = record?.sections.flatMap((section) => Object.keys(section.items)) ?? [];
    if (record && items.some(accepts)) return { file: relative(cwd, path), text, record };
  }
  return null;
}

/** Whether the report still names the item (`owner/name#12`, lower case) that it once offered. */
export function stillNames({ text }: OfferingReport, item: string, server: string): boolean {
  const body = text.replace(/^\uFEFF/, '');
  return readPage(body, server).citations.some((citation) => citation.item === item);
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
