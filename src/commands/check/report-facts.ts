import type { MatchedValues } from '../../placeholder/file-segment.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { collectFacts, lacksSource } from '../facts/collect-facts.ts';
import type { FactOptions } from '../facts/options.ts';
import { asksForPeriod } from '../facts/period-for.ts';
import { readSettings } from '../facts/settings.ts';
import { holdsAnyPeriod, openSource } from '../facts/source/open-source.ts';
import type { CheckRun } from './check-run.ts';
import { isAbout, periodOf } from './report-period.ts';
import type { CheckRequest, ReportSubject } from './report-subject.ts';

/**
 * The facts of a report's period; null, with the reason in the run, when a report has to be checked
 * without them.
 *
 * @throws {SourceError} when the source fails
 * @throws {UsageError} when the source that the options name can't be used
 */
export async function factsFor(
  request: CheckRequest,
  subject: ReportSubject,
  { neighbours, withoutFacts }: CheckRun,
): Promise<Snapshot | null> {
  const { report, options, environment } = request;
  const named = neighbours.valuesIn(report);
  const without = (why: string): null => {
    withoutFacts.set(why, [...(withoutFacts.get(why) ?? []), report.path]);
    return null;
  };
  if (options.offline === true) return without('--offline.');
  const asked = optionsForReport(request, subject, named);
  if (holdsAnyPeriod(asked) && !asksForPeriod(asked)) {
    return without('no period in its record, title or name.');
  }
  try {
    const { config } = await readSettings(asked, environment);
    const query = await openSource(asked, config, environment);
    const snapshot = await collectFacts(query, subject.cited, asked, environment);
    if (asksForPeriod(options) || isAbout(snapshot, report, named)) return snapshot;
    return without('the available facts are of another period.');
  } catch (error) {
    if (!lacksSource(error, options)) throw error;
    return without(`${error.message} ${error.hint ?? ''}`);
  }
}

/** The options that ask for the facts of a report: its own period and repositories, unless the options name others. */
export function optionsForReport(
  request: CheckRequest,
  subject: ReportSubject,
  named: MatchedValues | null,
): FactOptions {
  const { report, options } = request;
  if (!holdsAnyPeriod(options)) return options;
  const period = asksForPeriod(options) ? {} : periodOf(report, named);
  return { ...withRepositories(request, subject), ...period };
}

/**
 * The options with the repositories of the report, unless the options or the config name some: its
 * record knows better than the place where the command runs, its links only when that place is not
 * a repository. A clone of another repository has none of them.
 */
function withRepositories(
  { report, options, config }: CheckRequest,
  { repositories, here }: ReportSubject,
): FactOptions {
  const named = [...options.repo, ...options.org, ...config.repositories, ...config.organizations];
  if (named.length > 0 || options.gitDir !== undefined || repositories.length === 0) return options;
  if (here !== null && report.record === null) return options;
  const isHere = repositories.every((name) => name.toLowerCase() === here?.toLowerCase());
  if (isHere) return options;
  const source = options.source === 'auto' ? 'github' : options.source;
  return { ...options, source, repo: repositories };
}
