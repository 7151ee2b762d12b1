import { resolve } from 'node:path';
import { compose } from '../../compose/compose.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import { updateFile } from '../../files/update-file.ts';
import { readItemName } from '../../item/item-name.ts';
import { loadTemplate } from '../../render/load-template.ts';
import { knownFacts } from '../../revise/known-facts.ts';
import { homeOf, isReplaceable } from '../../revise/replaceable.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { collectFacts } from '../facts/collect-facts.ts';
import type { FactOptions } from '../facts/options.ts';
import { readSeries } from '../facts/read-series.ts';
import { withSections } from '../facts/sections-for.ts';
import { type CommandSettings, readSettings } from '../facts/settings.ts';
import { openSource } from '../facts/source/open-source.ts';
import { configWarnings } from './config-warnings.ts';
import { dataFormats } from './data-formats.ts';
import { Destination } from './destination.ts';
import type { DraftFormat } from './formats.ts';
import { freshDraft } from './fresh-draft.ts';
import { patchOf } from './patch.ts';
import { type ExistingFile, readExisting } from './read-existing.ts';
import { reportText } from './report-text.ts';
import { requireClosedTexts } from './require-closed-texts.ts';
import { lastTimeIn, mismatchesWith, plannedItems } from './series-facts.ts';
import { summary } from './summary.ts';

export interface DraftOptions extends FactOptions {
  template?: string;
  /** A path, or `-` for stdout. */
  output?: string;
  format: DraftFormat;
  /** Show what a rerun would change, and write nothing. */
  diff?: boolean;
  /** Take on a report that devreport did not write. */
  adopt?: boolean;
  /** Items whose changes the editor has seen. */
  seen?: string[];
}

interface Delivered {
  lines: string[];
  /** Whether every item has its place in the report. */
  isWhole: boolean;
}

/** Collects a period and writes its report: a Markdown draft, or the facts as data. */
export async function draft(options: DraftOptions, environment: Environment): Promise<ExitCode> {
  requireDiffable(options);
  const seen = (options.seen ?? []).map(readItemName);
  const { format } = options;
  const settings = await readSettings(options, environment);
  const { config: given } = settings;
  if (format === 'markdown') requireClosedTexts(given, settings.file);
  const form =
    format === 'markdown'
      ? { template: await templateFor(options, settings, environment) }
      : { serialise: dataFormats[format] };
  const query = await openSource(options, given, environment);
  const { period, server } = query;
  const destination = new Destination(options, period.date, environment);
  const existing = readExisting(destination, period, options);
  const series = readSeries(options.output, period, environment);

  const planned = await plannedItems(series, query, given);
  const collected = await collectFacts(query, planned, options, environment);
  const mismatches = [...mismatchesWith(series, period), ...configWarnings(collected, given)];
  environment.stderr.lines(mismatches.map(({ message }) => `warning: ${message}`));
  const snapshot = { ...collected, warnings: [...collected.warnings, ...mismatches] };
  const config =
    format === 'snapshot' ? given : await withSections(settings, snapshot, options, environment);

  const facts = knownFacts(snapshot);
  const previously = await lastTimeIn(series, snapshot, config);
  const update = async (present: ExistingFile): Promise<Delivered | null> => {
    const { report } = present;
    const edited = report && !isReplaceable(report, facts) ? report : null;
    const home = (edited ? homeOf(edited, server) : undefined) ?? snapshot.repositories[0];
    const view = compose(snapshot, config, series.earlier, previously, home);
    const { text, changes, isWhole } = form.template
      ? await reportText(
          present,
          freshDraft(view, { snapshot, config, home, previously }, form.template, facts, edited),
          { ...options, seen },
        )
      : { text: form.serialise(view, collected), changes: [], isWhole: true };
    environment.signal.throwIfAborted();
    const end = await deliver(text, present, options, destination, environment);
    return (
      end && { lines: [...changes, ...summary(view, snapshot, options.source), ...end], isWhole }
    );
  };
  const reread = () => readExisting(destination, period, options);
  const { lines, isWhole } = await updateFile(destination.shown, existing, reread, update);
  environment.stderr.lines(lines);
  return snapshot.complete && isWhole ? 0 : 1;
}

/**
 * Writes the text, unless the file already has it or `--diff` only shows it. Returns the lines about it;
 * null when the file is no longer what was read.
 */
async function deliver(
  text: string,
  existing: ExistingFile,
  { diff = false, format }: DraftOptions,
  destination: Destination,
  { stdout }: Environment,
): Promise<string[] | null> {
  if (diff) {
    const patch = await patchOf(destination.inPatch, existing.text, text);
    // A program needs every byte of the editor's; a terminal shows them to a person.
    if (stdout.isTTY === true) stdout.write(patch);
    else stdout.exactly(patch);
    return ['Nothing was written.'];
  }
  if (text === existing.text) return [];
  if (!destination.write(text, existing.text)) return null;
  if (destination.path === null) return [];
  const next =
    format === 'markdown' ? ' Next: edit it; the comments in it say what to write where.' : '';
  return [`Wrote ${destination.shown}.${next}`];
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

function requireDiffable({ diff, output, format }: DraftOptions): void {
  if (diff !== true || (output !== '-' && format === 'markdown')) return;
  throw new UsageError('usage', '--diff shows what a rerun would change in a Markdown report.', {
    hint: 'Omit --format, and use -o only with the path of a report.',
  });
}
