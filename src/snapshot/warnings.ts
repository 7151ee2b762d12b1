import type { Snapshot, Warning } from './schema.ts';

/**
 * Every code of a warning. `missing` makes the snapshot incomplete; a `note` leaves it complete,
 * because the source gave all it has. The sample has more notes, `sample-…`.
 */
export const warningCodes = {
  'repository-missing': 'missing',
  'repository-forbidden': 'missing',
  'repository-unreadable': 'missing',
  'organization-missing': 'missing',
  'organization-cut': 'missing',
  'results-disagree': 'missing',
  'list-cut': 'missing',
  'items-unreadable': 'missing',
  'repository-renamed': 'note',
  'list-unknown': 'note',
  'files-unknown': 'note',
  'files-cut': 'note',
  'newcomers-unknown': 'note',
  'cited-unreadable': 'note',
  'history-unknown': 'note',
  'history-cut': 'note',
  'release-contents-unknown': 'note',
  'waiting-cut': 'note',
  'git-shallow': 'missing',
  'git-history-begins-later': 'missing',
  'git-stale': 'missing',
  'git-files-unknown': 'missing',
  'git-other-branch': 'missing',
  'git-unclear-merge': 'missing',
  'git-tags-unreadable': 'missing',
  'git-no-issues': 'note',
  'git-other-owner': 'note',
  'git-default-branch': 'note',
  'git-attributes': 'note',
  'git-mailmap': 'note',
  'period-open': 'missing',
  'period-gap': 'note',
  'period-overlap': 'note',
  'branches-unused': 'note',
  'title-emptied': 'note',
} as const;

export type WarningCode = keyof typeof warningCodes;

/** A warning with one of these codes. */
export type KnownWarning = Warning & { code: WarningCode };

/** Whether the warning is about something missing that the source could have given. */
export function isMissing({ code }: KnownWarning): boolean {
  return warningCodes[code] === 'missing';
}

/**
 * The warnings that make a snapshot incomplete, and the notes. In an incomplete one an unknown code, of
 * another version of devreport, counts as missing.
 */
export function sortWarnings({ complete, warnings }: Pick<Snapshot, 'complete' | 'warnings'>) {
  const missing = warnings.filter(
    (warning) => !complete && (isKnown(warning) ? isMissing(warning) : true),
  );
  return { missing, notes: warnings.filter((warning) => !missing.includes(warning)) };
}

function isKnown(warning: Warning): warning is KnownWarning {
  return Object.hasOwn(warningCodes, warning.code);
}
