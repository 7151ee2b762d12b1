import { basename, dirname } from 'node:path';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { SourceError, UsageError } from '../errors.ts';
import { plainText } from '../markdown/plain-text.ts';
import { secondBefore } from '../period/instant.ts';
import type { Period } from '../period/period.ts';
import { type PeriodRequest, resolvePeriod } from '../period/resolve.ts';
import { dateOf } from '../period/timezone.ts';
import type { ItemId } from '../snapshot/reference.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { sortWarnings, type WarningCode } from '../snapshot/warnings.ts';
import { asksForPeriod } from './asked-period.ts';
import { chooseSource, type Chosen } from './choose-source.ts';
import type { Environment } from './environment.ts';
import type { FactOptions } from './options.ts';
import { ProgressLine } from './progress.ts';

export interface Facts {
  snapshot: Snapshot;
  config: Config;
  /** What paths in the config are relative to. */
  directory: string;
}

/** What facts are going to be collected for. */
export interface CollectedFor {
  repositories: readonly string[];
  period: Period;
  config: Config;
}

/**
 * Reads the config, settles period, source and repositories, and collects: what every command begins
 * with. `cited` says what is to be known though nothing may have happened to it.
 */
export async function collectFacts(
  options: FactOptions,
  environment: Environment,
  cited: (about: CollectedFor) => Promise<ItemId[]> | ItemId[] = () => [],
): Promise<Facts> {
  options.repo.forEach(requireRepositoryName);
  const loaded = await loadConfig(environment.cwd, options.config);
  const progress = new ProgressLine(environment.stderr);
  const chosen = await chooseSource(options, loaded.config, environment, progress);
  const period = periodOf(options, loaded.config, chosen, environment);
  const { repositories } = chosen;
  const named = await cited({ repositories, period, config: loaded.config });
  const snapshot = await chosen.source
    .collect(repositories, period, environment.signal, named)
    .finally(() => {
      progress.clear();
    });
  environment.signal.throwIfAborted();
  const facts = period.end > environment.now ? withOpenPeriod(snapshot) : snapshot;
  if (options.strict === true) requireComplete(facts);
  return {
    snapshot: facts,
    config: loaded.config,
    directory: directoryOf(loaded, environment),
  };
}

/**
 * Whether `--source auto` found nothing to read from: no reason to fail, where the facts are only
 * one part of an answer.
 */
export function lacksSource(error: unknown, { source }: FactOptions): error is UsageError {
  return (
    source === 'auto' &&
    error instanceof UsageError &&
    ['source-missing', 'token-missing', 'repository-missing'].includes(error.code)
  );
}

function periodOf(
  options: FactOptions,
  config: Config,
  { period: held }: Chosen,
  { now }: Environment,
): Period {
  const timezone = options.timezone ?? held?.timezone ?? config.timezone;
  const settings = { timezone, weekStart: config.weekStart };
  if (!held || asksForPeriod(options)) return resolvePeriod(options, settings, now);
  if (options.timezone === undefined) return held;
  // The same days in another timezone, which are other instants as a rule: the source will say so.
  const { start, end } = resolvePeriod(daysOf(held), settings, now);
  return { ...held, start, end, timezone };
}

function daysOf({ start, end, timezone }: Period): PeriodRequest {
  return { since: dateOf(start, timezone), until: dateOf(secondBefore(end), timezone) };
}

function withOpenPeriod(snapshot: Snapshot): Snapshot {
  const warning = {
    code: 'period-open' satisfies WarningCode,
    message: `The period lasts until ${snapshot.period.end}; what happens until then is missing.`,
  };
  return { ...snapshot, complete: false, warnings: [...snapshot.warnings, warning] };
}

function requireComplete(snapshot: Snapshot): void {
  if (snapshot.complete) return;
  const { missing } = sortWarnings(snapshot);
  const lines = missing.map(({ message }) => `  ${plainText(message)}`).join('\n');
  throw new SourceError(
    'incomplete',
    `The facts are incomplete, and --strict was given:\n${lines}`,
    {
      hint: 'Mend what is named, or leave --strict out for a report that says what is missing.',
    },
  );
}

function directoryOf({ file }: LoadedConfig, { cwd }: Environment): string {
  if (file === null) return cwd;
  const folder = dirname(file);
  return basename(folder) === '.github' ? dirname(folder) : folder;
}

function requireRepositoryName(name: string): void {
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return;
  throw new UsageError('repository-invalid', `"${name}" is not the name of a repository.`, {
    hint: 'Use owner/name, like --repo linuxkit/linuxkit.',
  });
}
