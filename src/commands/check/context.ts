import { resolve } from 'node:path';
import type { CheckOptions } from '../../check/check-report.ts';
import { Facts } from '../../check/context/facts.ts';
import { projectWords } from '../../check/spelling/project-words.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import type { CheckRun } from './check-run.ts';
import { loadDictionary } from './load-dictionary.ts';
import { openCheckout } from './open-checkout.ts';
import { factsFor } from './report-facts.ts';
import { type CheckRequest, type ReportSubject, readSubject } from './report-subject.ts';

/** Everything that the rules may use besides the report, with the facts that the options ask for. */
export async function checkContext(request: CheckRequest, run: CheckRun): Promise<CheckOptions> {
  const subject = readSubject(request, run.here);
  const snapshot = await factsFor(request, subject, run);
  return contextWith(snapshot, request, subject, run);
}

/** The same with facts that are there; null for none. */
export async function checkContextWith(
  snapshot: Snapshot | null,
  request: CheckRequest,
  run: CheckRun,
): Promise<CheckOptions> {
  return contextWith(snapshot, request, readSubject(request, run.here), run);
}

async function contextWith(
  snapshot: Snapshot | null,
  request: CheckRequest,
  subject: ReportSubject,
  { neighbours }: CheckRun,
): Promise<CheckOptions> {
  const { report, config, options, environment } = request;
  const { rules, words } = config.check;
  const own = [
    ...options.repo,
    ...(snapshot?.repositories ?? []),
    ...config.repositories,
    ...(report.record ? subject.repositories : []),
  ];
  return {
    server: snapshot?.server ?? endpoint(config, environment).server,
    repository: own[0] ?? subject.here,
    checkout: openCheckout(resolve(environment.cwd, report.path), environment.cwd),
    facts: snapshot && new Facts(snapshot, config),
    dictionary: rules['spelling'] === 'off' ? null : await loadDictionary(),
    words: new Set([...projectWords(config, snapshot), ...words.map((word) => word.toLowerCase())]),
    neighbours: neighbours.of(report),
    severities: rules,
  };
}
