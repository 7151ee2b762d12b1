import { UsageError } from '../errors.ts';
import type { Period } from '../period/period.ts';
import type { EarlierPeriod } from '../snapshot/history-schema.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { sources } from '../snapshot/sources.ts';
import type { Source } from './source.ts';

/** The repository of the sample that is reported on by default. */
export const SAMPLE_REPOSITORY = sources.sample.recorded;

/** The recorded week that ships with devreport: LinuxKit's first week of May 2017. */
export async function loadSample(): Promise<Snapshot> {
  const { default: sample } = await import('./sample.json', { with: { type: 'json' } });
  // Not parsed at run time: a test keeps the file valid, and parsing would delay the start.
  return sample as unknown as Snapshot;
}

/**
 * A snapshot as a source, of its own period and repositories alone; `name` is for errors.
 *
 * `collect` throws a UsageError, `snapshot-period` or `snapshot-repository`, for any other.
 */
export function savedSource(snapshot: Snapshot, name: string): Source {
  return {
    collect(repositories, period) {
      requirePeriod(snapshot, period, name);
      const held = repositories.map((repository) => heldName(snapshot, repository, name));
      return Promise.resolve(narrow({ ...snapshot, period }, held));
    },
  };
}

function requirePeriod({ period: held }: Snapshot, period: Period, name: string): void {
  if (held.start === period.start && held.end === period.end) return;
  throw new UsageError(
    'snapshot-period',
    `${name} covers ${held.start} to ${held.end}, not ${period.start} to ${period.end}.`,
    {
      hint: `Omit the period and --timezone, or use its own: ${optionsFor(held)}`,
    },
  );
}

/** The options that name a period. */
function optionsFor({ kind, date, start, end, timezone }: Period): string {
  if (kind === 'range') return `--since ${start} --until ${end}`;
  const named = kind === 'week' ? `--week ${date}` : `--month ${date.slice(0, 7)}`;
  return `${named} --timezone ${timezone}`;
}

/** The repository's name as the snapshot spells it. */
function heldName({ repositories }: Snapshot, repository: string, name: string): string {
  const found = repositories.find(
    (candidate) => candidate.toLowerCase() === repository.toLowerCase(),
  );
  if (found !== undefined) return found;
  throw new UsageError('snapshot-repository', `${name} does not cover ${repository}.`, {
    hint: `It covers ${repositories.join(', ')}.`,
  });
}

/** The part of a snapshot that is about some of its repositories. */
function narrow(snapshot: Snapshot, repositories: readonly string[]): Snapshot {
  const kept = new Set(repositories);
  const dropped = new Set(snapshot.repositories.filter((name) => !kept.has(name)));
  const isKept = ({ repository }: { repository?: string | undefined }) =>
    repository === undefined || kept.has(repository);
  const { history, waiting } = snapshot;
  return {
    ...snapshot,
    ...(history && { history: history.map((earlier) => ofSome(earlier, kept, dropped.size > 0)) }),
    ...(waiting && { waiting: waiting.filter(isKept) }),
    repositories: [...kept],
    pullRequests: snapshot.pullRequests.filter(isKept),
    issues: snapshot.issues.filter(isKept),
    // A warning may be about a repository that could not be read, which is in neither list.
    warnings: snapshot.warnings.filter(({ repository }) => !dropped.has(repository ?? '')),
  };
}

/** An earlier period has more than the snapshot's repositories: also those that were quiet since. */
function ofSome(
  { repositories, ...window }: EarlierPeriod,
  kept: ReadonlySet<string>,
  isNarrowed: boolean,
): EarlierPeriod {
  const isKept = ({ repository }: { repository: string }) => !isNarrowed || kept.has(repository);
  return { ...window, repositories: repositories.filter(isKept) };
}
