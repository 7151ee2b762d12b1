import { basename } from 'node:path';
import { plainText } from '../../markdown/plain-text.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf as dayOf } from '../../period/timezone.ts';
import type { PeriodRequest } from '../../period/resolve.ts';
import type { Record } from '../../report/record.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { asksForPeriod, holdsAnyPeriod, recordedPeriod } from '../facts/asked-period.ts';
import type { CheckRequest } from './context.ts';
import { collectFacts, lacksSource } from '../facts/collect-facts.ts';
import type { FactOptions } from '../facts/options.ts';
import type { Subject } from './report-subject.ts';

/**
 * The facts of a report's period, or null, and a note on stderr that says why: a report can be
 * checked without them.
 *
 * @throws {SourceError} when the source fails
 * @throws {UsageError} when the source that was asked for cannot be had
 */
export async function reportFacts(
  request: CheckRequest,
  subject: Subject,
): Promise<Snapshot | null> {
  const { file, options, environment } = request;
  const without = (why: string): null => {
    environment.stderr.write(`${plainText(file)} is checked without facts: ${why}\n`);
    return null;
  };
  if (options.offline === true) return without('--offline.');
  const { record } = subject;
  const period = asksForPeriod(options) ? options : periodOf(record, request);
  const asksForIt = holdsAnyPeriod(options);
  if (asksForIt && !asksForPeriod(period)) {
    return without('neither its record, its title nor its name tells its period.');
  }
  try {
    const { snapshot } = await collectFacts(
      asksForIt ? { ...placed(request, subject), ...period } : options,
      environment,
      { cited: () => subject.cited },
    );
    if (period === options || isAbout(snapshot, record, request)) return snapshot;
    return without('those at hand are of another period.');
  } catch (error) {
    if (!lacksSource(error, options)) throw error;
    return without(`${error.message} ${error.hint ?? ''}`);
  }
}

/**
 * The options with the repositories that the report tells of, unless somebody named some: its record
 * knows better than the place where the command runs, its links only when the place tells nothing. A
 * clone of another repository knows nothing of them.
 */
function placed(
  { options, config }: CheckRequest,
  { record, repositories, here }: Subject,
): FactOptions {
  const named = [...options.repo, ...options.org, ...config.repositories, ...config.organizations];
  if (named.length > 0 || options.gitDir !== undefined || repositories.length === 0) return options;
  if (here !== null && record === null) return options;
  const isHere = repositories.every((name) => name.toLowerCase() === here?.toLowerCase());
  if (isHere) return options;
  const source = options.source === 'auto' ? 'github' : options.source;
  return { ...options, source, repo: repositories };
}

/** As the record has it, else the title (`… for 2017-06-05 to 2017-06-11`), else the name. */
function periodOf(
  record: Record | null,
  { file, text }: CheckRequest,
): PeriodRequest & { timezone?: string } {
  if (record) return recordedPeriod(record);
  const [since, until] = titleDays(text);
  if (since !== undefined) return { since, until };
  const date = titleDate(text) ?? dateOf(file);
  return date === null ? {} : { week: date };
}

/** Whether the facts are of the report's period, as far as it tells. */
function isAbout(
  { period }: Snapshot,
  record: Record | null,
  { file, text }: CheckRequest,
): boolean {
  const titled = titleDate(text);
  const last = dayOf(secondBefore(period.end), period.timezone);
  // A draft is dated on the day that its period ends with, or before.
  const dates = [period.date, last, dayOf(period.end, period.timezone)];
  if (titled !== null && !dates.includes(titled)) return false;
  if (record) return record.period.start === period.start && record.period.end === period.end;
  const [since, until] = titleDays(text);
  if (since !== undefined) return since === dayOf(period.start, period.timezone) && until === last;
  return titled !== null || dateOf(file) === null || dateOf(file) === period.date;
}

/** The days of a title like `… for 2017-06-05 to 2017-06-11`; none for others. */
function titleDays(text: string): string[] {
  return /^#.*?\b(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})\b/m.exec(text)?.slice(1) ?? [];
}

/** The day that a title of a draft's kind names: `… for 8 May 2017`, or `… for 2017-05-08`. */
function titleDate(text: string): string | null {
  const [, named] =
    /^# .*?\bfor (\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})\s*$/m.exec(text) ?? [];
  const time = named === undefined ? NaN : Date.parse(`${named} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function dateOf(file: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})\.md$/.exec(basename(file))?.[1] ?? null;
}
