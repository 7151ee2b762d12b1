import type { Period } from '../../period/period.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import type { KnownWarning, WarningCode } from '../../snapshot/warnings.ts';
import type { DefaultBranch } from './default-branch.ts';
import type { Extent } from './history.ts';

/** What there is to say of a collection from a clone. */
export interface Collected {
  repository: string;
  period: Period;
  branch: DefaultBranch;
  extent: Extent;
  pullRequests: readonly PullRequest[];
  /** When the clone last heard of its remote; null when it has none, or unknown. */
  lastContact: string | null;
  /** Whether the clone's own attributes say which files count as binary. */
  ownAttributes: boolean;
  /** The instant of the collection. */
  now: string;
}

/** What no clone knows, or which choice was made: the snapshot is complete all the same. */
export function limits({
  repository,
  branch,
  extent: { unnamed },
  ownAttributes,
}: Collected): KnownWarning[] {
  const warnings: KnownWarning[] = [
    {
      code: 'git-no-issues',
      message:
        'A local clone holds no issues, labels or reviews; the report names merged pull requests only.',
      repository,
    },
  ];
  if (unnamed > 0) {
    const those = unnamed === 1 ? '1 commit names' : `${String(unnamed)} commits name`;
    warnings.push({
      code: 'git-unnamed-commits',
      message: `Of the default branch, ${those} no pull request and ${unnamed === 1 ? 'is' : 'are'} left out.`,
      repository,
    });
  }
  if (ownAttributes) {
    warnings.push({
      code: 'git-attributes',
      message:
        'The sizes of changed files are as the info/attributes of the clone has them, which may count texts as binary.',
      repository,
    });
  }
  if (branch.ratherThan !== null || branch.name === null) {
    const taken = branch.name ?? branch.tip.slice(0, 12);
    const instead = branch.ratherThan === null ? '' : `, not ${branch.ratherThan}`;
    warnings.push({
      code: 'git-default-branch',
      message: `The clone doesn't say which branch is the default; ${taken} was read${instead}. To settle it: git remote set-head origin --auto`,
      repository,
    });
  }
  return warnings;
}

/** What is missing: the snapshot is incomplete. */
export function losses(collected: Collected): KnownWarning[] {
  const { repository, period, extent, pullRequests, lastContact, now } = collected;
  const start = Date.parse(period.start) / 1000;
  const end = Date.parse(period.end) / 1000;
  const warnings: KnownWarning[] = [];
  const add = (code: WarningCode, message: string): void => {
    warnings.push({ code, message, repository });
  };

  if (extent.cutAt !== null && !(extent.cutAt < start)) {
    add(
      'git-shallow',
      `The clone is shallow: its history begins ${day(extent.cutAt)}, and what was merged before is missing. To complete it: git fetch --unshallow`,
    );
  } else if (extent.earliest >= end) {
    add(
      'git-history-begins-later',
      `The history of the clone begins ${day(extent.earliest)}, after the period.`,
    );
  }
  const openEnded = now < period.end;
  if (lastContact !== null && lastContact < period.end && !openEnded && extent.latest < end) {
    add(
      'git-stale',
      `The clone was last fetched at ${lastContact}, before the period's end; what was merged since is missing. To complete it: git fetch`,
    );
  }
  const unknown = pullRequests.filter(({ files }) => files === null);
  if (unknown.length > 0) {
    const names = unknown.map(({ number }) => `#${String(number)}`).join(', ');
    add('git-files-unknown', `The clone cannot tell which files these changed: ${names}.`);
  }
  return warnings;
}

function day(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.valueOf())
    ? 'at an unknown date'
    : `on ${date.toISOString().slice(0, 10)}`;
}
