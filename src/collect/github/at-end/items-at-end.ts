import type { Period } from '../../../period/period.ts';
import type { Issue, PullRequest, Reference } from '../../../snapshot/schema.ts';
import { isRevert } from '../facts/links.ts';
import type { FullIssue, FullPullRequest } from '../lists/full-items.ts';
import type { Identities } from '../people/identities.ts';
import {
  actsInside,
  commitsTo,
  contributionActs,
  eventlessClosing,
  mergerOf,
  turnsBeforeMerge,
  turnsOf,
} from './acts.ts';
import { changelogAtEnd } from './changelog.ts';
import { coAuthorsOf } from './co-authors.ts';
import { referencesOf, type CanonicalName } from './references.ts';
import { draftAtEnd, stateAtEnd, type StateAtEnd } from './state-at-end.ts';

/** The issue as of the period's end, or null when it did not exist yet. */
export function issueAtEnd(
  issue: FullIssue,
  period: Period,
  canonical: CanonicalName,
): Issue | null {
  if (issue.createdAt >= period.end) return null;
  const atEnd = stateAtEnd(issue, issue.events, period.end);
  const turns = turnsOf(issue);
  const mentioned = issue.body.references.map((reference): Reference => ({
    ...reference,
    relation: 'mentions',
  }));
  return {
    ...common(issue, atEnd, canonical),
    state: atEnd.isOpen ? 'open' : 'closed',
    stateReason: atEnd.stateReason,
    activity: actsInside(period, [
      ...contributionActs(issue),
      ...turns,
      ...eventlessClosing(atEnd.closedAt, turns),
    ]),
    references: referencesOf(issue, mentioned, canonical),
  };
}

/** The pull request as of the period's end, or null when it did not exist yet. `firstByAuthor` is null. */
export function pullRequestAtEnd(
  pull: FullPullRequest,
  period: Period,
  canonical: CanonicalName,
  identities: Identities,
): PullRequest | null {
  if (pull.createdAt >= period.end) return null;
  const atEnd = stateAtEnd(pull, pull.events, period.end);
  const mergedAt = pull.mergedAt !== null && pull.mergedAt < period.end ? pull.mergedAt : null;
  const closedAt = mergedAt === null ? atEnd.closedAt : (atEnd.closedAt ?? mergedAt);
  const merger = mergedAt === null ? null : mergerOf(pull);
  const turns = turnsBeforeMerge(pull);
  // A closing word that GitHub finds in a revert is one of the reverted title.
  const linked = isRevert(pull.body.references) ? [] : pull.closing;
  const closing = linked.map(({ repository, number }): Reference => ({
    repository,
    number,
    relation: 'closes',
    from: 'github',
  }));
  return {
    ...common(pull, atEnd, canonical),
    closedAt,
    state: mergedAt !== null ? 'merged' : atEnd.isOpen ? 'open' : 'closed',
    mergedAt,
    mergedBy: merger,
    base: pull.base,
    mergeCommit: mergedAt === null ? null : (pull.mergeCommit?.oid ?? null),
    files: pull.files,
    filesComplete: pull.filesComplete,
    draft: mergedAt === null && draftAtEnd(pull.isDraft, pull.events, period.end),
    coAuthors: coAuthorsOf(pull, identities, mergedAt === null ? period.end : null),
    ...changelogAtEnd(pull, period.end),
    firstByAuthor: null,
    activity: actsInside(period, [
      ...contributionActs(pull),
      ...commitsTo(pull, identities),
      ...turns,
      ...(mergedAt === null || merger === null
        ? eventlessClosing(atEnd.closedAt, turns)
        : [{ did: 'merged' as const, by: merger, at: mergedAt }]),
    ]),
    references: referencesOf(pull, [...closing, ...pull.body.references], canonical),
  };
}

function common(item: FullIssue, atEnd: StateAtEnd, canonical: CanonicalName) {
  return {
    repository: canonical(item.repository),
    number: item.number,
    title: atEnd.title,
    body: item.body.text,
    author: item.author,
    createdAt: item.createdAt,
    closedAt: atEnd.closedAt,
    labels: atEnd.labels,
  };
}
