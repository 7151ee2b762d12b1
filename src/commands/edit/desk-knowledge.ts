import type { Desk, DeskDrafts } from '../../edit/desk.ts';
import { deskFacts, noDeskFacts } from '../../edit/facts/desk-facts.ts';
import { othersDraft } from '../../edit/facts/others-draft.ts';
import { homeRepositoryOf } from '../../report/links/home-repository.ts';
import type { Report } from '../../report/report.ts';
import { checkRun } from '../check/check-run.ts';
import { checkContextWith } from '../check/context.ts';
import { composeDraft } from '../draft/collect-draft.ts';
import { freshDraft, separateDraft } from '../draft/fresh-draft.ts';
import type { Environment } from '../environment.ts';
import { readSettings } from '../facts/settings.ts';
import type { GatheredFacts } from './gather-facts.ts';
import type { LocatedReport } from './locate-report.ts';

/**
 * What the desk knows besides the text.
 *
 * @param report as the file has it
 * @param gathered the facts; else why there are none
 */
export async function deskKnowledge(
  { file, options }: LocatedReport,
  report: Report,
  gathered: GatheredFacts | { problem: string },
  environment: Environment,
): Promise<Desk> {
  const facts = 'problem' in gathered ? null : gathered;
  const config = facts?.config ?? (await readSettings(options, environment)).config;
  const request = { report, config, options: { ...options, format: 'text' as const }, environment };
  const run = await checkRun([report], config, environment);
  const check = await checkContextWith(facts?.snapshot ?? null, request, run);
  const { server } = check;
  // With its depth, perhaps; empty where the layout's own is left out.
  const own = config.headings.highlights?.replace(/^#+ */, '');
  const highlights = own === '' ? null : (own ?? null);
  const common = { path: file.shown, server, highlights, check };
  if (!facts) {
    const home = report.record?.record.repository ?? homeRepositoryOf(report.root, server);
    const { problem } = gathered as { problem: string };
    return { ...common, home, facts: noDeskFacts(options.source, problem), drafts: null };
  }
  return { ...common, ...knowledgeFrom(report, facts) };
}

function knowledgeFrom(
  report: Report,
  gathered: GatheredFacts,
): Pick<Desk, 'home' | 'facts'> & { drafts: DeskDrafts } {
  const { template, facts, drafted } = gathered;
  const { view, home } = drafted ?? composeDraft(gathered, report);
  const context = { ...gathered, home };
  const parts = [view, context, template, facts] as const;
  const fresh = drafted
    ? { ...drafted.fresh, separate: separateDraft(...parts) }
    : freshDraft(...parts, report);
  return {
    home,
    facts: deskFacts(gathered.snapshot, gathered.config, { view, draft: fresh.draft, home }),
    drafts: {
      fresh: { ...fresh, replaces: false },
      others: othersDraft(fresh.draft, view, context, template),
    },
  };
}
