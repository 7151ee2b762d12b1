import { textWithRecord } from '../../report/draft/draft-record.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import type { ExistingFile } from './read-existing.ts';

export interface ReportText {
  text: string;
  /** What changed, line by line. */
  changes: string[];
  /** Whether every item has its place in the text. */
  isWhole: boolean;
}

/** The text of a report file after a run, and what changed in it, line by line. */
export async function reportText(
  { text: before, report }: ExistingFile,
  fresh: FreshDraft,
  { diff = false, verbose = false }: { diff?: boolean; verbose?: boolean },
): Promise<ReportText> {
  if (!report) {
    const text = textWithRecord(fresh.draft.outline.text, fresh.record);
    return { text, changes: [], isWhole: true };
  }
  // A first draft does without.
  const { revise } = await import('../../revise/revise.ts');
  const { rerunSummary } = await import('./rerun-summary.ts');
  const { text, result, home } = revise(report, fresh);
  const nothing = text === before ? ['Nothing new: the report stays as it is.'] : [];
  const changes = [...rerunSummary(result, { home, isDry: diff, verbose }), ...nothing];
  return { text, changes, isWhole: result.unplaced.length === 0 };
}
