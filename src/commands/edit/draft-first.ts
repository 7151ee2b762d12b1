import { composeDraft } from '../draft/collect-draft.ts';
import { freshDraft } from '../draft/fresh-draft.ts';
import { reportText } from '../draft/report-text.ts';
import { summary } from '../draft/summary.ts';
import type { Environment } from '../environment.ts';
import type { GatheredFacts } from './gather-facts.ts';

/**
 * Writes the draft of a report that is missing.
 *
 * @returns the facts, with the draft
 */
export async function draftFirst(
  facts: GatheredFacts,
  source: string,
  { stderr }: Environment,
): Promise<GatheredFacts> {
  const { template, prepared } = facts;
  const { destination } = prepared;
  const { view, home } = composeDraft(facts, null);
  const fresh = freshDraft(view, { ...facts, home }, template, facts.facts, null);
  const { text } = await reportText({ text: null, report: null }, fresh, {});
  await destination.write(text, null);
  stderr.lines([...summary(view, facts.snapshot, source), `Wrote ${destination.shown}.`]);
  return { ...facts, drafted: { view, home, fresh } };
}
