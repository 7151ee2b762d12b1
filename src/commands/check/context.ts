import { resolve } from 'node:path';
import type { CheckOptions } from '../../check/check.ts';
import { Facts } from '../../check/facts.ts';
import { projectWords } from '../../check/text/project-words.ts';
import type { Config } from '../../config/schema.ts';
import type { CheckCommandOptions } from './check.ts';
import { openCheckout } from './open-checkout.ts';
import { endpoint } from '../facts/endpoint.ts';
import type { Environment } from '../environment.ts';
import { loadDictionary } from './load-dictionary.ts';
import { neighboursOf } from '../facts/neighbours.ts';
import { reportFacts } from './report-facts.ts';
import { readSubject } from './report-subject.ts';

export interface CheckRequest {
  /** As it was named on the command line. */
  file: string;
  text: string;
  config: Config;
  options: CheckCommandOptions;
  environment: Environment;
}

/** Everything the rules may know of a report besides itself. */
export async function checkContext(request: CheckRequest): Promise<CheckOptions> {
  const { file, config, options, environment } = request;
  const path = resolve(environment.cwd, file);
  const { rules, words } = config.check;
  const subject = await readSubject(request, config, environment);
  const snapshot = await reportFacts(request, subject);
  const own = [
    ...options.repo,
    ...(snapshot?.repositories ?? []),
    ...config.repositories,
    ...(subject.record ? subject.repositories : []),
  ];
  return {
    server: snapshot?.server ?? endpoint(config, environment).server,
    repository: own[0] ?? subject.here,
    checkout: openCheckout(path, environment.cwd),
    facts: snapshot && new Facts(snapshot, config),
    dictionary: rules['spelling'] === 'off' ? null : await loadDictionary(),
    words: new Set([...projectWords(config, snapshot), ...words.map((word) => word.toLowerCase())]),
    neighbours: await neighboursOf(path),
    severities: rules,
  };
}
