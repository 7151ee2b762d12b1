import { compareTexts } from '../../../period/instant.ts';
import { contains, type Period } from '../../../period/period.ts';
import type { Act, Person } from '../../../snapshot/schema.ts';
import { ghost } from '../../../people/ghost.ts';
import type { FullIssue, FullPullRequest } from '../lists/full-items.ts';
import type { Identities } from '../people/identities.ts';
import { personBehind } from './co-authors.ts';

/** The acts inside the period, oldest first. */
export function actsInside(period: Period, acts: readonly Act[]): Act[] {
  return acts.filter(({ at }) => contains(period, at)).sort((a, b) => compareTexts(a.at, b.at));
}

/** Opening it, commenting, reviewing and force-pushing. */
export function contributionActs({ author, createdAt, contributions }: FullIssue): Act[] {
  const acts = contributions.map(({ did, by, at }): Act => ({ did, by, at }));
  return [{ did: 'opened', by: author, at: createdAt }, ...acts];
}

/** Commits from before the opening belong to it. Merging another branch is no work on this one. */
export function commitsTo(pull: FullPullRequest, identities: Identities): Act[] {
  const later = pull.commits.filter(({ at, isMerge }) => at > pull.createdAt && !isMerge);
  return later.flatMap(({ at, authors: [author] }): Act[] =>
    author ? [{ did: 'committed', by: personBehind(author, pull, identities), at }] : [],
  );
}

/** Closing and reopening. */
export function turnsOf({ events }: Pick<FullIssue, 'events'>): Act[] {
  return events.flatMap(({ event, by, at }): Act[] =>
    event === 'closed' || event === 'reopened' ? [{ did: event, by, at }] : [],
  );
}

/** The same, without the closing that GitHub records for a merge. */
export function turnsBeforeMerge({ events, mergedAt, closedAt }: FullPullRequest): Act[] {
  const merging = [mergedAt, mergedAt && closedAt].filter((at) => at !== null).sort()[0];
  return turnsOf({ events }).filter(
    ({ did, at }) => did !== 'closed' || merging === undefined || at < merging,
  );
}

export function mergerOf({ mergedBy, events }: FullPullRequest): Person {
  const merging = events.findLast(({ event }) => event === 'merged');
  return mergedBy.type === 'ghost' && merging ? merging.by : mergedBy;
}

/** A closing without an event, as in imports. It is unknown who closed it. */
export function eventlessClosing(closedAt: string | null, turns: readonly Act[]): Act[] {
  const isKnown =
    closedAt === null || turns.some(({ did, at }) => did === 'closed' && at === closedAt);
  return isKnown ? [] : [{ did: 'closed', by: ghost, at: closedAt }];
}
