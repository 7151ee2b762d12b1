import type { CompiledTemplate } from '../../render/compiled-template.ts';
import { type CollectedDraft, collectDraft } from '../draft/collect-draft.ts';
import { type PreparedDraft, prepareDraft } from '../draft/prepare-draft.ts';
import type { Environment } from '../environment.ts';
import type { LocatedReport } from './locate-report.ts';

/** The facts about a report, and what drafts are written with. */
export interface GatheredFacts extends CollectedDraft {
  prepared: PreparedDraft;
  template: CompiledTemplate;
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
  return { ...(await collectDraft(prepared, options, environment)), prepared, template };
}
