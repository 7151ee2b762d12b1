import { compose } from '../../compose/compose.ts';
import { type Explanation, explain as explainItem } from '../../compose/explain.ts';
import { renderDocument } from '../../render/render.ts';
import { readPage } from '../../report/page.ts';
import { type ItemId, itemKey } from '../../item/item-id.ts';
import { asksForPeriod, holdsAnyPeriod, recordedPeriod } from '../facts/asked-period.ts';
import { collectFacts, type Facts, lacksSource } from '../facts/collect-facts.ts';
import { endpoint } from '../facts/endpoint.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { describe, describeForeign, describeUnknown, row } from './explanation-words.ts';
import { readItemName } from '../../item/item-name.ts';
import { itemToday } from './item-today.ts';
import { loadTemplate } from '../../render/load-template.ts';
import type { FactOptions } from '../facts/options.ts';
import { tellOf } from './recorded-reports.ts';
import {
  isOfPeriod,
  latestReport,
  type Offering,
  reportOffering,
  reportRows,
} from './reports-about.ts';
import { repositoriesToAsk } from './repositories-to-ask.ts';
import { readSettings } from '../facts/settings.ts';
import { sourceNames } from '../draft/summary.ts';

/**
 * Tells why one item of a period is where it is in the report, or why it is not in it. Without a
 * period it is the one of the newest report that offered the item, else of the newest report. Where
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
  const { config } = settings;
  const first = named.repository ?? options.repo[0] ?? config.repositories[0] ?? null;
  const offering = await reportOffering({ ...named, repository: first }, environment);
  const report = offering?.report ?? (await latestReport(environment));
  const { reported, alone } = repositoriesToAsk(named, options, config, report);
  const narrowed = {
    ...options,
    ...(report && needsPeriod(options) ? recordedPeriod(report.record) : {}),
    repo: alone === null ? reported : [alone],
  };
  const itemIn = (repositories: readonly string[]): ItemId => ({
    repository: named.repository ?? offering?.item.split('#')[0] ?? repositories[0] ?? '',
    number: named.number,
  });
  const facts = await collectFacts(narrowed, environment, {
    settings,
    cited: (about) => [itemIn(about.repositories)],
  }).catch((error: unknown) => {
    if (!offering || !lacksSource(error, options)) throw error;
    const { server } = endpoint(config, environment);
    tellByReport(offering, server, `${error.message} ${error.hint ?? ''}`, environment);
    return null;
  });
  if (!facts) return 1;

  const { snapshot } = facts;
  const id = itemIn(snapshot.repositories);
  const explanation = explainItem(snapshot, config, id);
  if (!explanation && offering && isOfPeriod(offering.report, snapshot.period)) {
    const why = `The facts, from ${sourceNames[snapshot.collected.source]}, know nothing of it.`;
    tellByReport(offering, snapshot.server, why, environment);
    return 1;
  }
  const others = alone === null ? snapshot.repositories : reported;
  const lines = [
    ...(isAmong(others, id) || others.length === 0
      ? await explanationOf(id, explanation, { facts, narrowed, environment })
      : describeForeign(
          id,
          snapshot.collected.source === 'git' ? null : explanation,
          others,
          snapshot,
        )),
    ...(await reportRows(itemKey(id), snapshot, offering, environment)),
  ];
  environment.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return snapshot.complete ? 0 : 1;
}

function needsPeriod(options: FactOptions): boolean {
  return !asksForPeriod(options) && holdsAnyPeriod(options);
}

function tellByReport(
  { report, item }: Offering,
  server: string,
  why: string,
  { stdout, stderr }: Environment,
): void {
  stdout.write(`${item}\n\n${row('report', tellOf(report, item, server))}\n`);
  stderr.write(`That is what the report itself tells. ${why}\n`);
}

function isAmong(repositories: readonly string[], { repository }: ItemId): boolean {
  return repositories.some((name) => name.toLowerCase() === repository.toLowerCase());
}

interface Asked {
  facts: Facts;
  narrowed: FactOptions;
  environment: Environment;
}

async function explanationOf(
  id: ItemId,
  explanation: Explanation | null,
  { facts, narrowed, environment }: Asked,
): Promise<string[]> {
  const { snapshot, config, directory } = facts;
  const isSettled = explanation !== null && ['merged', 'closed'].includes(explanation.item.state);
  const today = isSettled ? null : await itemToday(id, facts, narrowed, environment);
  if (!explanation) return describeUnknown(id, { snapshot, today });
  const layout = await loadTemplate(config.template, directory);
  const { text, root } = renderDocument(compose(snapshot, config, 0), layout);
  const { citations } = readPage(text, snapshot.server, undefined, root);
  const cited = citations.find(({ item }) => item === itemKey(id));
  return describe(explanation, {
    snapshot,
    sections: config.sections,
    template: config.template,
    heading: cited?.block.region.path ?? null,
    today,
  });
}
