import { resolve } from 'node:path';
import { workingRoot } from '../../files/boundary-of.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import { readReport } from '../../report/report.ts';
import { optionsForReport } from '../check/report-facts.ts';
import { readSubject } from '../check/report-subject.ts';
import { FileDestination } from '../draft/file-destination.ts';
import type { DraftOptions } from '../draft/options.ts';
import { type DraftTarget, prepareDraft } from '../draft/prepare-draft.ts';
import type { Environment } from '../environment.ts';
import { lacksSource } from '../facts/collect-facts.ts';
import { repositoryHere } from '../facts/source/repositories.ts';
import { periodFor } from '../facts/period-for.ts';
import { placeReport } from '../facts/series/place-report.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';
import { readSettings } from '../facts/settings.ts';
import type { EditOptions } from './options.ts';
import { ReportOnDisk } from './report-on-disk.ts';

/** A report, and how a draft of it is asked for. */
export interface LocatedReport {
  file: ReportOnDisk;
  options: DraftOptions;
  target: DraftTarget;
}

/**
 * Finds the report to edit: the one that is named, else that of the period in its series.
 *
 * @param named a path
 * @throws {UsageError} for wrong options
 */
export async function locateReport(
  named: string | undefined,
  given: EditOptions,
  environment: Environment,
): Promise<LocatedReport> {
  const { cwd } = environment;
  const asked: DraftOptions = { ...given, format: 'markdown', adopt: true };
  const targetAt = (path: string | null): DraftTarget => ({
    root: workingRoot(cwd),
    named: () => path,
    destinationOf: (placed) => new FileDestination(asked, placed.path, environment),
  });
  if (named === undefined) {
    const path = await pathInSeries(asked, targetAt(null), environment);
    return { file: new ReportOnDisk(path, cwd), options: asked, target: targetAt(null) };
  }
  const file = new ReportOnDisk(resolve(cwd, named), cwd);
  const content = file.read();
  const options = content ? await optionsOf(file, content.text, asked, environment) : asked;
  return { file, options, target: targetAt(file.path) };
}

/** The path that the report of the period has, or would have; also without a source. */
async function pathInSeries(
  options: DraftOptions,
  target: DraftTarget,
  environment: Environment,
): Promise<string> {
  try {
    return (await prepareDraft(options, environment, target)).placed.path;
  } catch (error) {
    if (!lacksSource(error, options)) throw error;
    const { config } = await readSettings(options, environment);
    const period = periodFor(options, config, environment.now);
    const { root } = target;
    return placeReport({ config, period, named: null, root, cwd: environment.cwd, adopt: true })
      .path;
  }
}

/** The options that ask for the facts of a report. */
async function optionsOf(
  { path, shown }: ReportOnDisk,
  text: string,
  options: DraftOptions,
  environment: Environment,
): Promise<DraftOptions> {
  const { config } = await readSettings(options, environment);
  const report = readReport({ path: shown, text });
  const request = { report, config, options: { ...options, format: 'text' as const }, environment };
  const { cwd } = environment;
  const series = new SeriesFiles(path, filePattern(config.file), workingRoot(cwd), cwd);
  const values = series.valuesIn(path);
  const here = await repositoryHere({}, config, environment);
  const facts = optionsForReport(request, readSubject(request, here), values);
  return { ...facts, format: 'markdown', adopt: true };
}
