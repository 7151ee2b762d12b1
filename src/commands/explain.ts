import { compose } from '../compose/compose.ts';
import { explain as explainItem } from '../compose/explain.ts';
import type { UsageError } from '../errors.ts';
import { renderDocument } from '../render/render.ts';
import { readPage } from '../revise/page.ts';
import { type ItemId, itemKey } from '../snapshot/reference.ts';
import { asksForPeriod, holdsAnyPeriod, recordedPeriod } from './asked-period.ts';
import { collectFacts, type Facts, lacksSource } from './collect-facts.ts';
import { endpoint } from './endpoint.ts';
import type { Environment, ExitCode } from './environment.ts';
import { describe, describeUnknown, row } from './explanation-words.ts';
import { type ItemName, readItemName } from './item-name.ts';
import { loadTemplate } from './load-template.ts';
import type { FactOptions } from './options.ts';
import { newestReport, type RecordedReport, tellOf } from './recorded-reports.ts';
import { repositoriesToAsk } from './repositories-to-ask.ts';
import { reportsFolder } from './repository-root.ts';
import { readSettings } from './settings.ts';

/**
 * Tells why one item of a period is where it is in the report, or why it is not in it. Without a
 * period it is the one of the newest report that offered the item, else of the newest report.
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
  const report = offering?.report ?? (await reportHolding('devreport record', environment));
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
    tellWithoutFacts(offering, error, endpoint(config, environment).server, environment);
    return null;
  });
  if (!facts) return 1;
  if (alone !== null && reported.length > 0) {
    environment.stderr.write(
      `${alone} is not among the repositories of the report: ${reported.join(', ')}. It is looked at by itself.\n`,
    );
  }

  const { snapshot } = facts;
  const id = itemIn(snapshot.repositories);
  const told = offering?.report ?? (await reportHolding(snapshot.period.start, environment));
  const lines = [
    ...(await explanationOf(id, facts)),
    ...(told && isOf(told, facts)
      ? [row('report', tellOf(told, itemKey(id), snapshot.server))]
      : []),
  ];
  environment.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return snapshot.complete ? 0 : 1;
}

interface Offering {
  report: RecordedReport;
  /** `owner/name#12`, lower case. */
  item: string;
}

async function reportOffering(
  { repository, number }: ItemName,
  environment: Environment,
): Promise<Offering | null> {
  const offered = ({ items }: RecordedReport) =>
    items.find((item) =>
      repository === null ? item.endsWith(`#${number}`) : item === itemKey({ repository, number }),
    );
  const report = await newestReport(reportsFolder(environment), environment.cwd, {
    holding: `#${number}"`,
    accepts: (candidate) => offered(candidate) !== undefined,
  });
  const item = report && offered(report);
  return report && item ? { report, item } : null;
}

function reportHolding(holding: string, environment: Environment): Promise<RecordedReport | null> {
  const accepts = () => true;
  return newestReport(reportsFolder(environment), environment.cwd, { holding, accepts });
}

function needsPeriod(options: FactOptions): boolean {
  return !asksForPeriod(options) && holdsAnyPeriod(options);
}

function tellWithoutFacts(
  { report, item }: Offering,
  { message, hint }: UsageError,
  server: string,
  { stdout, stderr }: Environment,
): void {
  stdout.write(`${item}\n\n${row('report', tellOf(report, item, server))}\n`);
  stderr.write(`That is what the report itself tells. ${message} ${hint ?? ''}\n`);
}

function isOf({ record }: RecordedReport, { snapshot }: Facts): boolean {
  const { start, end } = snapshot.period;
  return record.period.start === start && record.period.end === end;
}

async function explanationOf(
  id: ItemId,
  { snapshot, config, directory }: Facts,
): Promise<string[]> {
  const explanation = explainItem(snapshot, config, id);
  if (!explanation) return describeUnknown(id, snapshot);
  const layout = await loadTemplate(config.template, directory);
  const { text, root } = renderDocument(compose(snapshot, config, 0), layout);
  const { citations } = readPage(text, snapshot.server, undefined, root);
  const cited = citations.find(({ item }) => item === itemKey(id));
  return describe(explanation, {
    snapshot,
    sections: config.sections,
    template: config.template,
    heading: cited?.block.region.path ?? null,
  });
}
