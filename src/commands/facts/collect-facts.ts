import type { Config } from '../../config/schema.ts';
import { DevreportError, SourceError } from '../../errors.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { type PeriodRequest, resolvePeriod } from '../../period/resolve.ts';
import { dateOf } from '../../period/timezone.ts';
import type { ItemId } from '../../item/item-id.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { sortWarnings, type WarningCode } from '../../snapshot/warnings.ts';
import { asksForPeriod } from './asked-period.ts';
import { chooseSource, type Chosen } from './choose-source.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from './options.ts';
import { ProgressLine } from '../terminal/progress.ts';
import { readSettings, type Settings } from './settings.ts';

export interface Facts extends Settings {
  snapshot: Snapshot;
}

/** What facts are going to be collected for. */
export interface CollectedFor {
  repositories: readonly string[];
  period: Period;
  config: Config;
}

export interface Collecting {
  /** What is to be known though nothing may have happened to it. */
  cited?: (about: CollectedFor) => Promise<ItemId[]> | ItemId[];
  /** If they are read already. */
  settings?: Settings;
}

/** Reads the config, settles period, source and repositories, and collects: what every command begins with. */
export async function collectFacts(
  options: FactOptions,
  environment: Environment,
  { cited = () => [], settings }: Collecting = {},
): Promise<Facts> {
  const { config, directory } = settings ?? (await readSettings(options, environment));
  const progress = new ProgressLine(environment.stderr);
  const chosen = await chooseSource(options, config, environment, progress);
  const period = periodOf(options, config, chosen, environment);
  const { repositories } = chosen;
  const named = await cited({ repositories, period, config });
  const collected = await chosen.source
    .collect(repositories, period, environment.signal, named)
    .finally(() => {
      progress.clear();
    });
  environment.signal.throwIfAborted();
  const snapshot = period.end > environment.now ? withOpenPeriod(collected) : collected;
  if (options.strict === true) requireComplete(snapshot);
  return { snapshot, config, directory };
}

/**
 * Whether `--source auto` found nothing to read from: no reason to fail, where the facts are only
 * one part of an answer.
 */
export function lacksSource(error: unknown, { source }: FactOptions): error is DevreportError {
  return (
    source === 'auto' &&
    error instanceof DevreportError &&
    ['source-missing', 'token-missing', 'repository-missing', 'git-empty'].includes(error.code)
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
    message: `The period lasts until ${endOf(snapshot.period)}; what happens until then is missing.`,
  };
  return { ...snapshot, complete: false, warnings: [...snapshot.warnings, warning] };
}

/** Without the seconds, whose `:00:` would read like an emoji's name in the draft. */
function endOf({ end, timezone }: Period): string {
  const last = dateOf(secondBefore(end), timezone);
  return dateOf(end, timezone) === last
    ? `${end.slice(0, 10)} ${end.slice(11, 16)} (UTC)`
    : `the end of ${last} (${timezone})`;
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
