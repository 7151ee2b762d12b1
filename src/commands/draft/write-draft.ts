import { resolve } from 'node:path';
import { compose } from '../../compose/compose.ts';
import type { View } from '../../compose/view/view.ts';
import type { Config } from '../../config/schema/schema.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import type { Period } from '../../period/period.ts';
import { loadTemplate } from '../../render/load-template.ts';
import { knownFacts } from '../../revise/known-facts.ts';
import { homeOf, isReplaceable } from '../../revise/replaceable.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { Environment } from '../environment.ts';
import { collectFacts } from '../facts/collect-facts.ts';
import { withSections } from '../facts/sections-for.ts';
import { type CommandSettings, readSettings } from '../facts/settings.ts';
import { type PlacedReport, placeReport } from '../facts/series/place-report.ts';
import { lastReport } from '../facts/series/reports-beside.ts';
import { openSource } from '../facts/source/open-source.ts';
import { configWarnings } from './config-warnings.ts';
import { dataFormats } from './data-formats.ts';
import type { Destination } from './destination.ts';
import { freshDraft } from './fresh-draft.ts';
import type { DraftOptions } from './options.ts';
import { patchOf } from './patch.ts';
import { type ExistingFile, readExisting } from './read-existing.ts';
import { type ReportText, reportText } from './report-text.ts';
import { requireClosedTexts } from './require-closed-texts.ts';
import { readSeenItem } from './seen-items.ts';
import { mismatchesWith, plannedItems, seriesFacts } from './series-facts.ts';
import { patternName } from './pattern-name.ts';

/** A draft, written to its destination or shown as a patch. */
export interface WrittenDraft extends ReportText {
  destination: Destination;
  placed: PlacedReport;
  /** What was there; null for a missing file. */
  before: string | null;
  /** Whether every item has its place in the text. */
  isWhole: boolean;
  view: View;
  /** With the warnings of the report. */
  snapshot: Snapshot;
  /** As the source gave them, for `--format snapshot`. */
  collected: Snapshot;
  config: Config;
}

/** Where a draft goes. */
export interface DraftTarget {
  /** The folder that paths in the config's `file:` start at. */
  root: string;
  /** The path that an option names, absolute; null for that of the series. */
  named: (period: Period, config: Config) => Promise<string | null> | string | null;
  destinationOf: (report: PlacedReport, period: Period) => Promise<Destination> | Destination;
}

/**
 * Collects the facts of a period, and brings them to a destination.
 *
 * @throws {UsageError} for wrong options, and a report that it can't be brought into
 * @throws {SourceError} when the source fails; nothing was written
 */
export async function writeDraft(
  options: DraftOptions,
  environment: Environment,
  { root, named, destinationOf }: DraftTarget,
): Promise<WrittenDraft> {
  const seen = (options.seen ?? []).map(readSeenItem);
  const { format } = options;
  const settings = withTemplate(await readSettings(options, environment), options);
  const { config: given } = settings;
  if (format === 'markdown') requireClosedTexts(given, settings.file);
  const form =
    format === 'markdown'
      ? { template: await templateFor(options, settings, environment) }
      : { serialise: dataFormats[format] };
  const query = await openSource(options, given, environment);
  const { period, server } = query;
  const path = await named(period, given);
  const placed = placeReport({
    ...{ config: given, period, named: path, root, cwd: environment.cwd },
    adopt: options.adopt === true,
  });
  const destination = await destinationOf(placed, period);
  const name = path === null ? patternName(period, settings) : null;
  const read = () => readExisting(destination, period, given.weekStart, options, name);
  const existing = await read();
  const last = lastReport(placed);

  const planned = await plannedItems(last, query, given);
  const collected = await collectFacts(query, planned, options, environment);
  const mismatches = [...mismatchesWith(last, period), ...configWarnings(collected, given)];
  environment.stderr.lines(mismatches.map(({ message }) => `warning: ${message}`));
  const snapshot = { ...collected, warnings: [...collected.warnings, ...mismatches] };
  const config =
    format === 'snapshot' ? given : await withSections(settings, snapshot, options, environment);

  const facts = knownFacts(snapshot);
  const previously = await seriesFacts(placed, last, snapshot, config);
  const earlier = placed.values.number - config.number;
  const attempt = async (present: ExistingFile): Promise<WrittenDraft | null> => {
    const { report } = present;
    const edited = report && !isReplaceable(report, facts) ? report : null;
    const home = (edited ? homeOf(edited, server) : undefined) ?? snapshot.repositories[0];
    const view = compose(snapshot, config, earlier, previously, home);
    const made: ReportText = form.template
      ? await reportText(
          present,
          freshDraft(view, { snapshot, config, home, previously }, form.template, facts, edited),
          { ...options, seen },
        )
      : { text: form.serialise(view, collected), changes: [], rerun: null };
    environment.signal.throwIfAborted();
    if (!(await deliver(made.text, present, options, destination, environment))) return null;
    const isWhole = (made.rerun?.unplaced.length ?? 0) === 0;
    return {
      ...made,
      isWhole,
      before: present.text,
      ...{ destination, placed },
      view,
      snapshot,
      collected,
      config,
    };
  };
  return destination.update(existing, read, attempt);
}

/**
 * Writes the text, unless the file already has it or `--diff` only shows it.
 *
 * @returns false when the file is no longer what was read
 */
async function deliver(
  text: string,
  existing: ExistingFile,
  { diff = false }: DraftOptions,
  destination: Destination,
  { stdout }: Environment,
): Promise<boolean> {
  if (!diff) return text === existing.text || destination.write(text, existing.text);
  const patch = await patchOf(destination.inPatch, existing.text, text);
  // A program needs every byte of the editor's; a terminal shows them to a person.
  if (stdout.isTTY === true) stdout.write(patch);
  else stdout.exactly(patch);
  return true;
}

/** The texts of a report are those of its layout, so an option that names one counts for them, too. */
function withTemplate(settings: CommandSettings, { template }: DraftOptions): CommandSettings {
  const { config } = settings;
  return template === undefined ? settings : { ...settings, config: { ...config, template } };
}

function templateFor(
  options: DraftOptions,
  { config, directory }: CommandSettings,
  { cwd }: Environment,
) {
  return options.template === undefined
    ? loadTemplate(config.template, directory)
    : loadTemplate(options.template, cwd, boundaryOf(resolve(cwd, options.template), cwd));
}
