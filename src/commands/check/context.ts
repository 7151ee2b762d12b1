import { resolve } from 'node:path';
import type { CheckOptions } from '../../check/check-report.ts';
import { Facts } from '../../check/context/facts.ts';
import { projectWords } from '../../check/spelling/project-words.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import { readAdjacent } from '../facts/series/read-adjacent.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import { loadDictionary } from './load-dictionary.ts';
import { openCheckout } from './open-checkout.ts';
import { factsFor } from './report-facts.ts';
import { type CheckRequest, readSubject } from './report-subject.ts';

/** Everything that the rules may use besides the report. */
export async function checkContext(request: CheckRequest): Promise<CheckOptions> {
  const { report, config, options, environment } = request;
  const { cwd } = environment;
  const path = resolve(cwd, report.path);
  const { rules, words } = config.check;
  const files = new SeriesFiles(path, filePattern(config.file), workingRoot(cwd), cwd);
  const subject = await readSubject(request);
  const snapshot = await factsFor(request, subject, files.valuesIn(path));
  const own = [
    ...options.repo,
    ...(snapshot?.repositories ?? []),
    ...config.repositories,
    ...(report.record ? subject.repositories : []),
  ];
  return {
    server: snapshot?.server ?? endpoint(config, environment).server,
    repository: own[0] ?? subject.here,
    checkout: openCheckout(path, cwd),
    facts: snapshot && new Facts(snapshot, config),
    dictionary: rules['spelling'] === 'off' ? null : await loadDictionary(),
    words: new Set([...projectWords(config, snapshot), ...words.map((word) => word.toLowerCase())]),
    neighbours: readAdjacent(files, path, report.record?.record.period ?? null),
    severities: rules,
  };
}
