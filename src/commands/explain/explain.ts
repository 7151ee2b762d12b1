import { composeWithDecisions } from '../../compose/compose.ts';
import { describe, describeForeign, describeUnknown } from '../../compose/explain/describe.ts';
import { explainItem } from '../../compose/explain/explain-item.ts';
import type { Explanation } from '../../compose/explain/explanation.ts';
import { field } from '../../compose/explain/fields.ts';
import type { View } from '../../compose/view/view.ts';
import { type ItemId, itemKey, itemOfKey } from '../../item/item-id.ts';
import { readItemName } from '../../item/item-name.ts';
import { loadTemplate } from '../../render/load-template.ts';
import { renderDocument } from '../../render/render.ts';
import { citationsIn } from '../../report/links/citations.ts';
import { outlineOf } from '../../report/outline.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { sources } from '../../snapshot/sources.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { collectFacts, lacksSource } from '../facts/collect-facts.ts';
import type { FactOptions } from '../facts/options.ts';
import { asksForPeriod, recordedPeriod } from '../facts/period-for.ts';
import { withSections } from '../facts/sections-for.ts';
import { type CommandSettings, readSettings } from '../facts/settings.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import { holdsAnyPeriod, openSource } from '../facts/source/open-source.ts';
import { itemToday } from './item-today.ts';
import { isOfPeriod, type Offering, RecordedReports } from './recorded-reports.ts';
import { reportAbout, reportLines } from './report-lines.ts';
import { repositoriesToAsk } from './repositories-to-ask.ts';

/**
 * Explains why an item of a period is where it is in the report, or why it is not in it. Without a
 * period it is that of the newest report that offered the item, else of the newest report. Where
 * nothing else knows the item, the report that offered it answers alone.
 *
 * @param name `owner/name#12`, `#12` of the first repository, or the URL of an issue or pull request
 */
export async function explain(
  name: string,
  options: FactOptions,
  environment: Environment,
): Promise<ExitCode> {
  const named = readItemName(name);
  const settings = await readSettings(options, environment);
  const { config: given } = settings;
  const reports = new RecordedReports(given, environment);
  const first = named.repository ?? options.repo[0] ?? given.repositories[0] ?? null;
  const offering = reports.offering({ ...named, repository: first });
  const report = offering ?? reports.latest();
  const { reported, alone } = repositoriesToAsk(named, options, given, report);
  const narrowed = {
    ...options,
    ...(report && needsPeriod(options) ? recordedPeriod(report.record) : {}),
    repo: alone === null ? reported : [alone],
  };
  const offered = offering && itemOfKey(offering.item);
  const itemIn = (repositories: readonly string[]): ItemId => ({
    repository: named.repository ?? offered?.repository ?? repositories[0] ?? '',
    number: named.number,
  });

  let snapshot: Snapshot;
  try {
    const query = await openSource(narrowed, given, environment);
    snapshot = await collectFacts(query, [itemIn(query.repositories)], narrowed, environment);
  } catch (error) {
    if (!offering || !lacksSource(error, options)) throw error;
    const { server } = endpoint(given, environment);
    explainByReport(offering, server, `${error.message} ${error.hint ?? ''}`, environment);
    return 1;
  }
  const id = itemIn(snapshot.repositories);
  // An item of another repository has no section.
  const config =
    alone === null ? await withSections(settings, snapshot, narrowed, environment) : given;
  const composition = composeWithDecisions(snapshot, config);
  const explanation = explainItem(snapshot, config, id, composition);
  if (!explanation && offering && isOfPeriod(offering, snapshot.period)) {
    const why = `The facts, from ${sources[snapshot.collected.source].title}, don't include it.`;
    explainByReport(offering, snapshot.server, why, environment);
    return 1;
  }
  const others = alone === null ? snapshot.repositories : reported;
  const lines = [
    ...(isAmong(others, id) || others.length === 0
      ? await explanationOf(id, explanation, composition.view, {
          snapshot,
          settings: { ...settings, config },
          narrowed,
          environment,
        })
      : describeForeign(
          id,
          snapshot.collected.knows.includes('repositories') ? explanation : null,
          others,
          snapshot,
        )),
    ...reportLines(itemKey(id), snapshot, offering, reports),
  ];
  environment.stdout.lines(lines);
  return snapshot.complete ? 0 : 1;
}

function needsPeriod(options: FactOptions): boolean {
  return !asksForPeriod(options) && holdsAnyPeriod(options);
}

function explainByReport(
  offering: Offering,
  server: string,
  why: string,
  { stdout, stderr }: Environment,
): void {
  const { item } = offering;
  stdout.lines([item, '', field('report', reportAbout(offering, item, server))]);
  stderr.lines([`Only the report itself was read. ${why}`]);
}

function isAmong(repositories: readonly string[], { repository }: ItemId): boolean {
  return repositories.some((name) => name.toLowerCase() === repository.toLowerCase());
}

interface ExplainRequest {
  snapshot: Snapshot;
  settings: CommandSettings;
  narrowed: FactOptions;
  environment: Environment;
}

async function explanationOf(
  id: ItemId,
  explanation: Explanation | null,
  view: View,
  { snapshot, settings, narrowed, environment }: ExplainRequest,
): Promise<string[]> {
  const { config, directory } = settings;
  const isSettled = explanation !== null && ['merged', 'closed'].includes(explanation.item.state);
  const today = isSettled ? null : await itemToday(id, snapshot, config, narrowed, environment);
  if (!explanation) return describeUnknown(id, { snapshot, today });
  const template = await loadTemplate(config.template, directory);
  const { text, root } = renderDocument(view, template);
  const citations = citationsIn(outlineOf(text, root), snapshot.server);
  const cited = citations.find(({ item }) => item === itemKey(id));
  return describe(explanation, {
    snapshot,
    sections: config.sections,
    template: config.template,
    heading: cited?.block.section.path ?? null,
    today,
  });
}
