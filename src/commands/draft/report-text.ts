import { textWithRecord } from '../../report/draft/draft-record.ts';
import { type FreshDraft, revise } from '../../revise/revise.ts';
import type { ExistingFile } from './read-existing.ts';
import { rerunSummary } from './rerun-summary.ts';

/** The text of a report file after a run, and what changed in it, for stderr. */
export function reportText(
  { text: before, report }: ExistingFile,
  fresh: FreshDraft,
  { diff = false, verbose = false }: { diff?: boolean; verbose?: boolean },
): { text: string; changes: string } {
  if (!report) return { text: textWithRecord(fresh.draft.outline.text, fresh.record), changes: '' };
  const { text, result, home } = revise(report, fresh);
  const nothing = text === before ? 'Nothing new: the report stays as it is.\n' : '';
  return { text, changes: rerunSummary(result, { home, isDry: diff, verbose }) + nothing };
}
