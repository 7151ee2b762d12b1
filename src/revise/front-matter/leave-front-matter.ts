import type { Edit } from '../../markdown/edit.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';

/** What a rerun does to the front matter of a report, by key. */
export interface FrontMatterResult {
  /** For the first time. */
  added: string[];
  /** As they were generated, and written anew because the values have changed. */
  refreshed: string[];
  /** The editor's, and left as they are, though the draft has other values. */
  kept: string[];
}

/** A key of the front matter that a rerun writes, or all of them where the report had none. */
export interface FrontMatterChange {
  kind: 'front-matter';
  /** Null for all. */
  key: string | null;
  /** Of what it says then. */
  hash: string;
  /** Their lines; empty for new ones. */
  before: string;
  after: string;
}

export interface FrontMatterRevision {
  edits: Edit[];
  changes: FrontMatterChange[];
  /** For the record. */
  recorded: ReportRecord['frontMatter'];
  result: FrontMatterResult;
}

/** Leaves the front matter of a report as it is. */
export function leaveFrontMatter({ record }: Pick<Report, 'record'>): FrontMatterRevision {
  const result = { added: [], refreshed: [], kept: [] };
  return { edits: [], changes: [], recorded: record?.record.frontMatter, result };
}
