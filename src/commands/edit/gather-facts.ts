import type { View } from '../../compose/view/view.ts';
import type { CompiledTemplate } from '../../render/compiled-template.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import { type CollectedDraft, collectDraft } from '../draft/collect-draft.ts';
import { type PreparedDraft, prepareDraft } from '../draft/prepare-draft.ts';
import type { Environment } from '../environment.ts';
import type { LocatedReport } from './locate-report.ts';

/** The facts about a report, and what drafts are written with. */
export interface GatheredFacts extends CollectedDraft {
  prepared: PreparedDraft;
  template: CompiledTemplate;
  /** The draft that the report has been written from just now; null for a report that was there. */
  drafted: FirstDraft | null;
}

/** A draft, and what it shows. */
export interface FirstDraft {
  view: View;
  home: string | undefined;
  fresh: FreshDraft;
}

/**
 * Asks the source for the facts of a report.
 *
 * @throws {UsageError} for wrong options
 * @throws {SourceError} when the source fails
 */
export async function gatherFacts(
  { options, target }: LocatedReport,
  environment: Environment,
): Promise<GatheredFacts> {
  const prepared = await prepareDraft(options, environment, target);
  const { template } = prepared.form;
  if (!template) throw new Error('the desk edits Markdown');
  const collected = await collectDraft(prepared, options, environment);
  return { ...collected, prepared, template, drafted: null };
}
