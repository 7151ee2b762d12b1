import { isSourceName, sources } from '../../snapshot/sources.ts';
import type { Config } from '../../config/schema/schema.ts';
import { holdsAnyPeriod } from '../facts/source/open-source.ts';
import { itemOfKey } from '../../item/item-id.ts';
import type { ItemName } from '../../item/item-name.ts';
import type { FactOptions } from '../facts/options.ts';
import type { RecordedReport } from './recorded-reports.ts';

export interface RepositoriesToAsk {
  /** The report's; empty: those of the source. */
  reported: string[];
  /** The item's own, to read instead, when the report does not cover it. */
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
  const recorded = [...new Set(report?.items.map((item) => itemOfKey(item).repository))];
  const own = isSourceName(options.source) ? sources[options.source].recorded : null;
  if (own !== null) return recorded.includes(own) ? recorded : [own];
  if (!holdsAnyPeriod(options) || config.organizations.length > 0) return [];
  return config.repositories.length > 0 ? config.repositories : recorded;
}

/** Whether to read an item's repository instead of the report's. */
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
  return holdsAnyPeriod({ source }) && org.length + organizations.length === 0;
}
