import { itemKey } from '../item/item-id.ts';
import type { Period } from '../period/period.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { PullRequest, Release } from '../snapshot/schema.ts';

/** A release or tag without its pull requests. */
export type BareRelease = Omit<Release, 'pulls'>;

/** A release, and the hashes of the commits of the period that it contains; null when they are unknown. */
export interface ReleaseWithCommits {
  release: BareRelease;
  commits: ReadonlySet<string> | null;
}

/**
 * The releases, each with the merged pull requests of the period that it is the first to contain. After
 * one whose commits are unknown, it is unknown what a later one of its repository contains first.
 *
 * @param releases in the order of time
 */
export function withFirstContained(
  releases: readonly ReleaseWithCommits[],
  pullRequests: readonly PullRequest[],
  period: Period,
): Release[] {
  const open = new Map(
    mergedInside(pullRequests, period).map((pull) => [itemKey(pull), pull] as const),
  );
  const unclear = new Set<string>();
  return releases.map(({ release, commits }) => {
    const { repository } = release;
    if (commits === null) unclear.add(repository);
    if (commits === null || unclear.has(repository)) return release;
    const pulls = [...open].filter(
      ([, pull]) =>
        pull.repository === repository &&
        pull.mergeCommit !== null &&
        commits.has(pull.mergeCommit),
    );
    for (const [key] of pulls) open.delete(key);
    return { ...release, pulls: pulls.map(([, { number }]) => number) };
  });
}
