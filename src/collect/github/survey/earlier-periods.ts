import type { TimeWindow } from '../../../period/earlier.ts';
import type { EarlierPeriod, PeriodCounts } from '../../../snapshot/history-schema.ts';
import { unknownCounts } from '../../../snapshot/history-schema.ts';
import type { RepositoryNames } from '../repository-names.ts';
import { operations } from '../request/field.ts';
import type { Run } from '../run.ts';
import { countEarlier, searchesForPeriod } from './count-earlier.ts';

/** The most searches that counting may take: twenty requests, and as many points. */
const mostSearches = 2_000;

/**
 * Those of the earlier periods that are counted: the last ones, as many as the repositories allow. Warns
 * when these are fewer.
 */
export function windowsToCount(
  run: Run,
  windows: readonly TimeWindow[],
  repositories: number,
): readonly TimeWindow[] {
  const searches = Math.max(1, repositories) * searchesForPeriod;
  const possible = Math.min(windows.length, Math.floor(mostSearches / searches));
  const counted = windows.slice(windows.length - possible);
  if (counted.length < windows.length) {
    const how = counted.length === 0 ? 'none' : `only ${counted.length}`;
    run.warn(
      'history-cut',
      `Of the ${windows.length} earlier periods ${how} could be counted: ${repositories} repositories take too many searches.`,
    );
  }
  run.requester.allowance.expect(Math.ceil((counted.length * searches) / operations.Counts));
  return counted;
}

/** The numbers of the windows in repositories that were quiet since, by name. */
export async function countQuiet(
  run: Run,
  repositories: readonly string[],
  windows: readonly TimeWindow[],
): Promise<Map<string, PeriodCounts[]>> {
  const counts = await Promise.all(
    repositories.map(async (name) => [name, await countEarlier(run, name, windows)] as const),
  );
  return new Map(counts);
}

/** The windows with the numbers of all repositories. Warns where some are unknown. */
export function historyOf(
  run: Run,
  windows: readonly TimeWindow[],
  names: RepositoryNames,
  quiet: ReadonlyMap<string, PeriodCounts[]>,
): EarlierPeriod[] {
  const counted = [
    ...names.repositories.map(({ nameWithOwner, earlier }) => [nameWithOwner, earlier] as const),
    ...[...quiet].filter(([name]) => !names.has(name)),
  ];
  for (const [repository, counts] of counted) {
    if (counts.some((ofPeriod) => Object.values(ofPeriod).includes(null))) {
      run.warn(
        'history-unknown',
        'Some numbers of earlier periods are unknown: GitHub did not answer.',
        repository,
      );
    }
  }
  return windows.map(({ start, end }, index) => ({
    start,
    end,
    repositories: counted.map(([repository, counts]) => ({
      repository,
      ...(counts[index] ?? unknownCounts),
    })),
  }));
}
