import { UsageError } from '../errors.ts';
import type { Period } from '../period/period.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { sources } from '../snapshot/sources.ts';
import type { Source } from './source.ts';

/** The repository that the recorded week is about, unless others are asked for. */
export const SAMPLE_REPOSITORY = sources.sample.recorded;

/** The recorded week that ships with devreport: LinuxKit's first week of May 2017. */
export async function loadSample(): Promise<Snapshot> {
  const { default: sample } = await import('./sample.json', { with: { type: 'json' } });
  // Not parsed at run time: a test keeps the file valid, and starting quickly matters here.
  return sample as unknown as Snapshot;
}

/** A snapshot as a source: it gives what it holds, and no other period or repository. */
export function savedSource(snapshot: Snapshot, name: string): Source {
  return {
    collect(repositories, period) {
      requirePeriod(snapshot, period, name);
      const wanted = repositories.map((repository) => held(snapshot, repository, name));
      return Promise.resolve(narrow({ ...snapshot, period }, wanted));
    },
  };
}

function requirePeriod({ period: held }: Snapshot, period: Period, name: string): void {
  if (held.start === period.start && held.end === period.end) return;
  throw new UsageError(
    'snapshot-period',
    `${name} holds ${held.start} to ${held.end}, not ${period.start} to ${period.end}.`,
    {
      hint: `Leave the period and --timezone out, or ask for its own: ${asking(held)}`,
    },
  );
}

function asking({ kind, date, start, end, timezone }: Period): string {
  if (kind === 'range') return `--since ${start} --until ${end}`;
  const named = kind === 'week' ? `--week ${date}` : `--month ${date.slice(0, 7)}`;
  return `${named} --timezone ${timezone}`;
}

function held({ repositories }: Snapshot, repository: string, name: string): string {
  const found = repositories.find(
    (candidate) => candidate.toLowerCase() === repository.toLowerCase(),
  );
  if (found !== undefined) return found;
  throw new UsageError('snapshot-repository', `${name} holds nothing of ${repository}.`, {
    hint: `It holds ${repositories.join(', ')}.`,
  });
}

function narrow(snapshot: Snapshot, repositories: readonly string[]): Snapshot {
  const ours = new Set(repositories);
  const others = new Set(snapshot.repositories.filter((name) => !ours.has(name)));
  const about = ({ repository }: { repository?: string | undefined }) =>
    repository === undefined || ours.has(repository);
  return {
    ...snapshot,
    repositories: [...ours],
    pullRequests: snapshot.pullRequests.filter(about),
    issues: snapshot.issues.filter(about),
    // A warning may be about a repository that could not be read, and so is in no list.
    warnings: snapshot.warnings.filter(({ repository }) => !others.has(repository ?? '')),
  };
}
