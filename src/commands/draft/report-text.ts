import { itemKey } from '../../item/item-id.ts';
import type { ItemName } from '../../item/item-name.ts';
import { textWithRecord } from '../../report/draft/draft-record.ts';
import type { RerunResult } from '../../revise/rerun-result.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import type { ExistingFile } from './read-existing.ts';

interface ReportOptions {
  diff?: boolean;
  verbose?: boolean;
  seen?: readonly ItemName[];
}

export interface ReportText {
  text: string;
  /** What changed, line by line. */
  changes: string[];
  /** Null for a first draft. */
  rerun: RerunResult | null;
}

/** The text of a report file after a run, and what changed in it, line by line. */
export async function reportText(
  { text: before, report }: ExistingFile,
  fresh: FreshDraft,
  { diff = false, verbose = false, seen = [] }: ReportOptions,
): Promise<ReportText> {
  if (!report) {
    const text = textWithRecord(fresh.draft.outline.text, fresh.record);
    return { text, changes: [], rerun: null };
  }
  // A first draft does without.
  const { revise } = await import('../../revise/revise.ts');
  const { rerunSummary } = await import('./rerun-summary.ts');
  const { text, result, home } = revise(report, fresh, keysOf(seen, fresh.record.repository));
  const nothing = text === before ? ['Nothing new: the report stays as it is.'] : [];
  const changes = [...rerunSummary(result, { home, isDry: diff, verbose }), ...nothing];
  return { text, changes, rerun: result };
}

function keysOf(names: readonly ItemName[], home = ''): Set<string> {
  return new Set(
    names.map(({ repository, number }) => itemKey({ repository: repository ?? home, number })),
  );
}
