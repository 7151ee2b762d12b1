import { compose } from '../../compose/compose.ts';
import { toReportJson } from '../../compose/report-json.ts';
import type { View } from '../../compose/view.ts';
import type { Config } from '../../config/schema.ts';
import { UsageError } from '../../errors.ts';
import type { Layout } from '../../render/layout.ts';
import { render, renderDocument } from '../../render/render.ts';
import { apart } from '../../revise/apart.ts';
import { knownFacts } from '../../revise/known-facts.ts';
import { withRecord } from '../../report/record.ts';
import type { Fresh } from '../../revise/revise.ts';
import { serialiseSnapshot } from '../../snapshot/parse.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { collectFacts } from '../facts/collect-facts.ts';
import { Destination } from './destination.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { loadTemplate } from '../../render/load-template.ts';
import type { FactOptions } from '../facts/options.ts';
import { patchOf } from './patch.ts';
import { reviseExisting } from './rerun.ts';
import { Series } from './series.ts';
import { readSettings, type Settings } from '../facts/settings.ts';
import { summary } from './summary.ts';

export interface DraftOptions extends FactOptions {
  template?: string;
  /** A path, or `-` for stdout. */
  output?: string;
  format: 'markdown' | 'json' | 'snapshot';
  /** Show what a rerun would change, and write nothing. */
  diff?: boolean;
  /** Take on a report that devreport did not write. */
  adopt?: boolean;
}

/** Collects a period and writes its report: a Markdown draft, or the facts as JSON. */
export async function draft(options: DraftOptions, environment: Environment): Promise<ExitCode> {
  refuseDiff(options);
  const series = new Series(options.output, environment);
  const settings = await readSettings(options, environment);
  const { config } = settings;
  const layout =
    options.format === 'markdown' ? await layoutOf(options, settings, environment) : null;
  const facts = await collectFacts(options, environment, {
    settings,
    cited: (about) => series.planned(about, environment),
  });

  const place = await series.placeOf(facts);
  for (const { message } of place.discords) environment.stderr.write(`warning: ${message}\n`);
  const snapshot = { ...facts.snapshot, warnings: [...facts.snapshot.warnings, ...place.discords] };
  const composed: Composed = (home, parts = { snapshot, config }) =>
    compose(parts.snapshot, parts.config, place.earlier, place.previously, home);
  const view = composed();

  const destination = new Destination(options, snapshot.period.date, environment);
  const outcome =
    layout === null
      ? await dataFile(options, facts.snapshot, view, destination)
      : await reportFile(
          options,
          freshFrom(snapshot, config, composed, layout),
          snapshot.server,
          destination,
        );
  environment.signal.throwIfAborted();
  const end = await deliver(outcome, options, destination, environment);
  environment.stderr.write(`${outcome.told}${summary(view, snapshot, options.source)}${end}`);
  return snapshot.complete ? 0 : 1;
}

/** The report as a template sees it; `home` is the repository whose items are called `#12`. */
type Composed = (home?: string, parts?: { snapshot: Snapshot; config: Config }) => View;

interface Outcome {
  text: string;
  /** What the file holds now, if that is the same kind of file. */
  before: string | null;
  /** What a rerun did, for stderr. */
  told: string;
}

function freshFrom(snapshot: Snapshot, config: Config, composed: Composed, layout: Layout): Fresh {
  return {
    draft: (home) => withRecord(renderDocument(composed(home), layout), snapshot, home),
    apart: (home) => render(composed(home, apart(snapshot, config)), layout),
    facts: knownFacts(snapshot),
  };
}

async function reportFile(
  { adopt = false, diff: isDry = false, verbose = false }: DraftOptions,
  fresh: Fresh,
  server: string,
  destination: Destination,
): Promise<Outcome> {
  const before = await destination.read();
  const file = destination.shown;
  return { before, ...reviseExisting(before, fresh, { server, file, adopt, isDry, verbose }) };
}

async function dataFile(
  { format }: DraftOptions,
  snapshot: Snapshot,
  view: View,
  destination: Destination,
): Promise<Outcome> {
  await destination.refuseForeign();
  const text =
    format === 'json'
      ? `${JSON.stringify(toReportJson(view, snapshot.period.date), null, 2)}\n`
      : serialiseSnapshot(snapshot);
  return { text, before: null, told: '' };
}

/** Writes the report, unless it is there already or only to be shown; and says what comes next. */
async function deliver(
  { text, before }: Outcome,
  { diff = false, format }: DraftOptions,
  destination: Destination,
  { stdout }: Environment,
): Promise<string> {
  if (diff) {
    stdout.write(await patchOf(destination.inPatch, before, text));
    return 'Nothing was written.\n';
  }
  if (text === before) return '';
  await destination.write(text);
  if (destination.path === null) return '';
  const next =
    format === 'markdown' ? ' Next: edit it; the comments in it say what to write where.' : '';
  return `Wrote ${destination.shown}.${next}\n`;
}

function layoutOf(options: DraftOptions, { config, directory }: Settings, { cwd }: Environment) {
  return options.template === undefined
    ? loadTemplate(config.template, directory)
    : loadTemplate(options.template, cwd);
}

function refuseDiff({ diff, output, format }: DraftOptions): void {
  if (diff !== true || (output !== '-' && format === 'markdown')) return;
  throw new UsageError('usage', '--diff shows what a rerun would change in a Markdown report.', {
    hint: 'Leave out --format, and name the report with -o, or nothing.',
  });
}
