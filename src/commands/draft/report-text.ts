import { textWithRecord } from '../../report/draft/draft-record.ts';
import { citationsIn } from '../../report/links/citations.ts';
import { offeredItems } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import type { RerunResult } from '../../revise/rerun-result.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import type { ExistingFile } from './read-existing.ts';
import { type SeenItem, seenItems } from './seen-items.ts';

interface ReportOptions {
  diff?: boolean;
  verbose?: boolean;
  seen?: readonly SeenItem[];
}

export interface ReportText {
  text: string;
  /** What changed, line by line. */
  changes: string[];
  /** Null for a first draft. */
  rerun: RerunResult | null;
}

/**
 * The text of a report file after a run, and what changed in it, line by line.
 *
 * @throws {UsageError} `item-unknown` or `item-ambiguous` for items that were not seen there
 */
export async function reportText(
  { text: before, report }: ExistingFile,
  fresh: FreshDraft,
  { diff = false, verbose = false, seen = [] }: ReportOptions,
): Promise<ReportText> {
  const home = fresh.record.repository ?? '';
  const isSeen = seenItems(seen, home, seen.length > 0 ? itemsOf(report, fresh) : new Set());
  if (!report) {
    const text = textWithRecord(fresh.draft.outline.text, fresh.record);
    return { text, changes: [], rerun: null };
  }
  // A first draft does without.
  const { revise } = await import('../../revise/revise.ts');
  const { rerunSummary } = await import('./rerun-summary.ts');
  const frontMatter = await revisedFrontMatter(report, fresh);
  const { text, result, ...revision } = revise(report, fresh, isSeen, frontMatter);
  const nothing = text === before ? ['Nothing new: the report stays as it is.'] : [];
  const changes = [
    ...rerunSummary(result, { home: revision.home, isDry: diff, verbose }),
    ...nothing,
  ];
  return { text, changes, rerun: result };
}

/** Undefined without any: reading YAML would take a good part of a rerun. */
async function revisedFrontMatter(report: Report, { frontMatter, replaces }: FreshDraft) {
  if (!frontMatter || replaces) return undefined;
  const { reviseFrontMatter } = await import('../../revise/front-matter/revise-front-matter.ts');
  return reviseFrontMatter(report, frontMatter);
}

/** What a report has offered or cites, and what the draft adds. */
function itemsOf(report: Report | null, { record, server }: FreshDraft): Set<string> {
  const cited = report ? citationsIn(report, server, record.repository) : [];
  const records = [record, ...(report?.record ? [report.record.record] : [])];
  return new Set([...records.flatMap(offeredItems), ...cited.map(({ item }) => item)]);
}
