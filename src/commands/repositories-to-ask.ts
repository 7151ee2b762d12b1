import type { Config } from '../config/schema.ts';
import { holdsAnyPeriod } from './asked-period.ts';
import type { ItemName } from './item-name.ts';
import type { FactOptions } from './options.ts';
import type { RecordedReport } from './recorded-reports.ts';

export interface RepositoriesToAsk {
  /** The report's; empty: whatever the source says. */
  reported: string[];
  /** The item's own, to be asked instead, when it is none of the report's. */
  alone: string | null;
}

/** The repositories that an explanation of an item needs: they decide about ranks and entries. */
export function repositoriesToAsk(
  named: ItemName,
  options: FactOptions,
  config: Config,
  report: RecordedReport | null,
): RepositoriesToAsk {
  const reported = repositoriesOf(options, config, report);
  return {
    reported,
    alone: standsAlone(named, options, config, reported) ? named.repository : null,
  };
}

/** As the command line or the config names them, else as the record does. */
function repositoriesOf(
  options: FactOptions,
  config: Config,
  report: RecordedReport | null,
): string[] {
  if (options.repo.length > 0 || options.org.length > 0) return options.repo;
  if (!holdsAnyPeriod(options) || config.organizations.length > 0) return [];
  if (config.repositories.length > 0) return config.repositories;
  return [...new Set(report?.items.map((item) => item.split('#')[0] ?? ''))];
}

/** Whether an item's repository is to be asked instead of the report's. */
function standsAlone(
  { repository }: ItemName,
  { repo, org, source }: FactOptions,
  { organizations }: Config,
  reported: readonly string[],
): boolean {
  if (repository === null || repo.length > 0) return false;
  if (reported.length > 0) {
    return !reported.some((name) => name.toLowerCase() === repository.toLowerCase());
  }
  return (
    source === 'sample' || (holdsAnyPeriod({ source }) && org.length + organizations.length === 0)
  );
}
