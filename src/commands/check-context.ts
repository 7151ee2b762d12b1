import { resolve } from 'node:path';
import type { CheckOptions } from '../check/check.ts';
import { Facts } from '../check/facts.ts';
import { projectWords } from '../check/project-words.ts';
import type { Config } from '../config/schema.ts';
import type { CheckCommandOptions } from './check.ts';
import { openCheckout } from './checkout.ts';
import { endpoint } from './endpoint.ts';
import type { Environment } from './environment.ts';
import { loadDictionary } from './load-dictionary.ts';
import { neighboursOf } from './neighbours.ts';
import { reportFacts } from './report-facts.ts';

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
  const { file, text, config, options, environment } = request;
  const path = resolve(environment.cwd, file);
  const { rules, words } = config.check;
  const snapshot = await reportFacts({ file, text, options, environment });
  const own = [
    ...options.repo,
    ...(snapshot?.repositories ?? []),
    ...config.repositories,
    environment.variables['GITHUB_REPOSITORY'] ?? '',
  ];
  return {
    server: snapshot?.server ?? endpoint(config, environment).server,
    repository: own.find((name) => name !== '') ?? null,
    checkout: openCheckout(path, environment.cwd),
    facts: snapshot && new Facts(snapshot, config),
    dictionary: rules['spelling'] === 'off' ? null : await loadDictionary(),
    words: new Set([...projectWords(config, snapshot), ...words.map((word) => word.toLowerCase())]),
    neighbours: await neighboursOf(path),
    severities: rules,
  };
}
