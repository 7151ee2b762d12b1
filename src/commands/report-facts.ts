import { basename } from 'node:path';
import { UsageError } from '../errors.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { PeriodRequest } from '../period/resolve.ts';
import { parseRecord, type Record } from '../revise/record.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { asksForPeriod, holdsAnyPeriod, recordedPeriod } from './asked-period.ts';
import type { CheckRequest } from './check-context.ts';
import { collectFacts, lacksSource } from './collect-facts.ts';

type Request = Omit<CheckRequest, 'config'>;

/**
 * The facts of a report's period, or null, and a note on stderr that says why: a report can be
 * checked without them.
 *
 * @throws {SourceError} when the source fails
 * @throws {UsageError} when the source that was asked for cannot be had
 */
export async function reportFacts(request: Request): Promise<Snapshot | null> {
  const { file, options, environment } = request;
  const without = (why: string): null => {
    environment.stderr.write(`${plainText(file)} is checked without facts: ${why}\n`);
    return null;
  };
  if (options.offline === true) return without('--offline.');
  const record = readRecord(request);
  const period = asksForPeriod(options) ? options : periodOf(record, request);
  const asksForIt = holdsAnyPeriod(options);
  if (asksForIt && !asksForPeriod(period)) {
    return without('neither its record, its title nor its name tells its period.');
  }
  try {
    const { snapshot } = await collectFacts(
      asksForIt ? { ...options, ...period } : options,
      environment,
    );
    if (period === options || isAbout(snapshot, record, file)) return snapshot;
    return without('those at hand are of another period.');
  } catch (error) {
    if (!lacksSource(error, options)) throw error;
    return without(`${error.message} ${error.hint ?? ''}`);
  }
}

/** As the record has it, else the title (`… for 2017-06-05 to 2017-06-11`), else the name. */
function periodOf(
  record: Record | null,
  { file, text }: Request,
): PeriodRequest & { timezone?: string } {
  if (record) return recordedPeriod(record);
  const [, since, until] = /^#.*?\b(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})\b/m.exec(text) ?? [];
  if (since !== undefined) return { since, until };
  const date = dateOf(file);
  return date === null ? {} : { week: date };
}

/** Whether the facts are of the report's period, as far as it tells. */
function isAbout({ period }: Snapshot, record: Record | null, file: string): boolean {
  if (record) return record.period.start === period.start && record.period.end === period.end;
  return dateOf(file) === null || dateOf(file) === period.date;
}

function dateOf(file: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})\.md$/.exec(basename(file))?.[1] ?? null;
}

function readRecord({ file, text }: Request): Record | null {
  try {
    return parseRecord(text, file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // A rule speaks of it.
    return null;
  }
}
