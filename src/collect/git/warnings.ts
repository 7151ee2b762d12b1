import type { Period } from '../../period/period.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import type { KnownWarning, WarningCode } from '../../snapshot/warnings.ts';
import type { DefaultBranch } from './clone/default-branch.ts';
import type { HistorySummary } from './history/mainline.ts';

/** What the warnings of a collection from a clone depend on. */
export interface CloneCollection {
  repository: string;
  period: Period;
  branch: DefaultBranch;
  summary: HistorySummary;
  pullRequests: readonly PullRequest[];
  /** The pull requests that may have been merged in the period, where that is unclear. */
  unclear: readonly number[];
  /** The repository of another owner that all remotes are of; null for the usual clone. */
  otherOwner: string | null;
  /** Why git could not read the tags; null when it could. */
  tagsUnreadable: string | null;
  /** When the clone last contacted its remote; null when it has none, or unknown. */
  lastFetch: string | null;
  /** Whether the clone's own attributes decide which files count as binary. */
  hasLocalAttributes: boolean;
  /** Whether a `.mailmap` was too large to be read. */
  lacksMailmap: boolean;
  /** The instant of the collection. */
  now: string;
}

/** What no clone knows, and the choices that were made. The snapshot is still complete. */
export function notesOn({
  repository,
  branch,
  otherOwner,
  hasLocalAttributes,
  lacksMailmap,
}: CloneCollection): KnownWarning[] {
  const warnings: KnownWarning[] = [];
  const add = (code: WarningCode, message: string): void => {
    warnings.push({ code, message, repository });
  };

  add('git-no-issues', 'A local clone holds no issues, labels or reviews.');
  if (otherOwner !== null) {
    add(
      'git-other-owner',
      `The clone is of ${otherOwner}, which was taken for a fork of ${repository}, or its earlier name.`,
    );
  }
  if (hasLocalAttributes) {
    add(
      'git-attributes',
      'The info/attributes file of the clone may make git count text files as binary, with no size.',
    );
  }
  if (lacksMailmap) {
    add('git-mailmap', 'The .mailmap file is larger than 1 MiB and was not read.');
  }
  if (branch.insteadOf !== null || branch.name === null) {
    const chosen = branch.name ?? branch.tip.slice(0, 12);
    const rejected = branch.insteadOf === null ? '' : `, not ${branch.insteadOf}`;
    add(
      'git-default-branch',
      `The clone does not record its default branch; ${chosen} was read${rejected}. To set it: git remote set-head origin --auto`,
    );
  }
  return warnings;
}

/** What is missing: the snapshot is incomplete. */
export function missingFrom(collection: CloneCollection): KnownWarning[] {
  const { repository, period, branch, summary, pullRequests, lastFetch, now } = collection;
  const start = Date.parse(period.start) / 1000;
  const end = Date.parse(period.end) / 1000;
  const warnings: KnownWarning[] = [];
  const add = (code: WarningCode, message: string): void => {
    warnings.push({ code, message, repository });
  };

  if (summary.shallowAt !== null && !(summary.shallowAt < start)) {
    add(
      'git-shallow',
      `The clone is shallow: its history begins on ${day(summary.shallowAt)}, and earlier merges are missing. To complete it: git fetch --unshallow`,
    );
  } else if (summary.earliest >= end) {
    add(
      'git-history-begins-later',
      `The history of the clone begins on ${day(summary.earliest)}, after the period.`,
    );
  }
  const isOpen = now < period.end;
  if (lastFetch !== null && lastFetch < period.end && !isOpen && summary.latest < end) {
    add(
      'git-stale',
      `The clone was last fetched at ${lastFetch}, before the end of the period; later merges are missing. To update it: git fetch`,
    );
  }
  const { rival } = branch;
  if (rival !== null && summary.latest < start && start <= rival.time) {
    const name = branch.name ?? 'the branch';
    add(
      'git-other-branch',
      `${name} was read, which ends on ${day(summary.latest)}, but ${rival.name} goes on until ${day(rival.time)}, with a history of its own. If it is the default branch now: git remote set-head ${branch.remote ?? 'origin'} --auto`,
    );
  }
  if (collection.unclear.length > 0) {
    add(
      'git-unclear-merge',
      `A merge from a repository that may be a fork brought in commits that name pull requests, which are left out: ${numbered(collection.unclear)}.`,
    );
  }
  if (collection.tagsUnreadable !== null) {
    add(
      'git-tags-unreadable',
      `The tags of the clone cannot be read: ${collection.tagsUnreadable}. Look for damage with: git fsck`,
    );
  }
  const unknown = pullRequests.filter(({ files }) => files === null);
  if (unknown.length > 0) {
    const names = numbered(unknown.map(({ number }) => number));
    add('git-files-unknown', `The clone does not record which files these changed: ${names}.`);
  }
  return warnings;
}

function numbered(numbers: readonly number[]): string {
  return numbers.map((number) => `#${String(number)}`).join(', ');
}

function day(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.valueOf()) ? 'an unknown date' : date.toISOString().slice(0, 10);
}
