import { resolve } from 'node:path';
import type { CheckOptions } from '../../check/check-report.ts';
import { Facts } from '../../check/context/facts.ts';
import { projectWords } from '../../check/spelling/project-words.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { readAdjacent } from '../facts/series/read-adjacent.ts';
import { readEarlier } from '../facts/series/read-earlier.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import type { CheckRun } from './check-run.ts';
import { loadDictionary } from './load-dictionary.ts';
import { openCheckout } from './open-checkout.ts';
import { factsFor } from './report-facts.ts';
import { type CheckRequest, type ReportSubject, readSubject } from './report-subject.ts';

/** Everything that the rules may use besides the report, with the facts that the options ask for. */
export async function checkContext(request: CheckRequest, run: CheckRun): Promise<CheckOptions> {
  const files = seriesOf(request);
  const subject = readSubject(request, run.here);
  const snapshot = await factsFor(request, subject, files.valuesIn(pathOf(request)));
  return contextWith(snapshot, request, subject, files, run);
}

/** The same with facts that are there; null for none. */
export async function checkContextWith(
  snapshot: Snapshot | null,
  request: CheckRequest,
  run: CheckRun,
): Promise<CheckOptions> {
  return contextWith(snapshot, request, readSubject(request, run.here), seriesOf(request), run);
}

function pathOf({ report, environment }: CheckRequest): string {
  return resolve(environment.cwd, report.path);
}

function seriesOf(request: CheckRequest): SeriesFiles {
  const { cwd } = request.environment;
  return new SeriesFiles(pathOf(request), filePattern(request.config.file), workingRoot(cwd), cwd);
}

async function contextWith(
  snapshot: Snapshot | null,
  request: CheckRequest,
  subject: ReportSubject,
  files: SeriesFiles,
  { wordsBeside }: CheckRun,
): Promise<CheckOptions> {
  const { report, config, options, environment } = request;
  const path = pathOf(request);
  const { rules, words } = config.check;
  const period = report.record?.record.period ?? null;
  const own = [
    ...options.repo,
    ...(snapshot?.repositories ?? []),
    ...config.repositories,
    ...(report.record ? subject.repositories : []),
  ];
  return {
    server: snapshot?.server ?? endpoint(config, environment).server,
    repository: own[0] ?? subject.here,
    checkout: openCheckout(path, environment.cwd),
    facts: snapshot && new Facts(snapshot, config),
    dictionary: rules['spelling'] === 'off' ? null : await loadDictionary(),
    words: new Set([...projectWords(config, snapshot), ...words.map((word) => word.toLowerCase())]),
    wordsBeside: () => wordsBeside.of(path, files),
    earlier: rules['entry-repeated'] === 'off' ? [] : readEarlier(files, path, period),
    neighbours: readAdjacent(files, path, period),
    severities: rules,
  };
}
