import { DevreportError, SourceError } from '../../errors.ts';
import type { ItemId } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { settlePeople } from '../../people/settle-people.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { sortWarnings, type WarningCode } from '../../snapshot/warnings.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from './options.ts';
import type { Query } from './source/open-source.ts';

/**
 * Asks a source for the facts, and settles who is one person in them.
 *
 * @param cited items to look up even if nothing happened to them
 * @throws {SourceError} when the source fails, or the facts are incomplete and `--strict` is given
 */
export async function collectFacts(
  { source, repositories, period, progress, people }: Query,
  cited: readonly ItemId[],
  { strict = false }: Pick<FactOptions, 'strict'>,
  { now, signal }: Environment,
): Promise<Snapshot> {
  const collected = await source.collect(repositories, period, signal, cited).finally(() => {
    progress.clear();
  });
  signal.throwIfAborted();
  const settled = settlePeople(collected, people);
  const snapshot = period.end > now ? withOpenPeriod(settled) : settled;
  if (strict) requireComplete(snapshot);
  return snapshot;
}

/**
 * Whether `--source auto` found nothing to read from: no reason to fail where the facts are only one
 * part of an answer.
 */
export function lacksSource(error: unknown, { source }: FactOptions): error is DevreportError {
  return (
    source === 'auto' &&
    error instanceof DevreportError &&
    ['source-missing', 'token-missing', 'repository-missing', 'git-empty'].includes(error.code)
  );
}

function withOpenPeriod(snapshot: Snapshot): Snapshot {
  const warning = {
    code: 'period-open' satisfies WarningCode,
    message: `The period is not over until ${endOf(snapshot.period)}; later activity is missing.`,
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
  throw new SourceError('incomplete', 'The facts are incomplete (--strict):', {
    details: missing.map(({ message }) => `- ${plainText(message)}`),
    hint: 'Fix the cause, or run without --strict for a report that lists what is missing.',
  });
}
