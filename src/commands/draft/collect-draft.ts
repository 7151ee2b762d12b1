import { compose } from '../../compose/compose.ts';
import type { Previously } from '../../compose/view/previously.ts';
import type { View } from '../../compose/view/view.ts';
import type { Config } from '../../config/schema/schema.ts';
import type { Report } from '../../report/report.ts';
import { type KnownFacts, knownFacts } from '../../revise/known-facts.ts';
import { homeOf, isReplaceable } from '../../revise/replaceable.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { Environment } from '../environment.ts';
import { collectFacts } from '../facts/collect-facts.ts';
import { withSections } from '../facts/sections-for.ts';
import { lastReport } from '../facts/series/reports-beside.ts';
import { configWarnings } from './config-warnings.ts';
import type { DraftOptions } from './options.ts';
import type { PreparedDraft } from './prepare-draft.ts';
import { mismatchesWith, plannedItems, seriesFacts } from './series-facts.ts';

/** The facts that drafts of one report are composed from. */
export interface CollectedDraft {
  /** With the warnings of the report. */
  snapshot: Snapshot;
  /** As the source gave them, for `--format snapshot`. */
  collected: Snapshot;
  /** With the sections for these facts. */
  config: Config;
  previously: Previously;
  /** How many reports the series had before its numbering, counted from the config's first number. */
  earlier: number;
  facts: KnownFacts;
}

/** The view of a report's period, for bringing it into that report. */
export interface ComposedDraft {
  view: View;
  /** The repository, `owner/name`, of `#12`. */
  home: string | undefined;
  /** The report, if it is to be kept; null where the draft replaces it. */
  edited: Report | null;
}

/**
 * Collects the facts of a prepared draft. What doesn't fit among them is on stderr, too.
 *
 * @throws {SourceError} when the source fails
 */
export async function collectDraft(
  { query, placed, settings }: Pick<PreparedDraft, 'query' | 'placed' | 'settings'>,
  options: DraftOptions,
  environment: Environment,
): Promise<CollectedDraft> {
  const { config: given } = settings;
  const last = lastReport(placed);
  const planned = await plannedItems(last, query, given);
  const collected = await collectFacts(query, planned, options, environment);
  const mismatches = [...mismatchesWith(last, query.period), ...configWarnings(collected, given)];
  environment.stderr.lines(mismatches.map(({ message }) => `warning: ${message}`));
  const snapshot = { ...collected, warnings: [...collected.warnings, ...mismatches] };
  const config =
    options.format === 'snapshot'
      ? given
      : await withSections(settings, snapshot, options, environment);
  return {
    ...{ snapshot, collected, config },
    previously: await seriesFacts(placed, last, snapshot, config),
    earlier: placed.values.number - config.number,
    facts: knownFacts(snapshot),
  };
}

/** @param report the one that is there; null for none */
export function composeDraft(
  { snapshot, config, earlier, previously, facts }: CollectedDraft,
  report: Report | null,
): ComposedDraft {
  const edited = report && !isReplaceable(report, facts) ? report : null;
  const home = (edited ? homeOf(edited, snapshot.server) : undefined) ?? snapshot.repositories[0];
  return { view: compose(snapshot, config, earlier, previously, home), home, edited };
}
