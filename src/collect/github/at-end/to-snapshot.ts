import { compareTexts } from '../../../period/instant.ts';
import { contains, type Period } from '../../../period/period.ts';
import type { Act, Issue, Person, PullRequest, Reference } from '../../../snapshot/schema.ts';
import { asOfEnd } from './state-at-end.ts';
import { ghost } from '../facts/people.ts';
import type { WholeIssue, WholePullRequest } from '../lists/full-items.ts';

/** The name that GitHub has now for a repository, whatever spelling or former name it was given. */
export type Canonical = (repository: string) => string;

/** The issue as of the period's end, or null when it did not exist yet. */
export function toIssue(whole: WholeIssue, period: Period, canonical: Canonical): Issue | null {
  if (whole.createdAt >= period.end) return null;
  const then = asOfEnd(whole, whole.changes, period.end);
  const turns = whole.changes.flatMap(({ is, by, at }): Act[] =>
    is === 'closed' || is === 'reopened' ? [{ did: is, by, at }] : [],
  );
  const mentioned = whole.body.references.map((reference): Reference => ({
    ...reference,
    relation: 'mentions',
  }));
  return {
    ...common(whole, then, canonical),
    state: then.isOpen ? 'open' : 'closed',
    activity: inside(period, [
      ...deedsOf(whole),
      ...turns,
      ...eventlessClosing(then.closedAt, turns),
    ]),
    references: references(whole, mentioned, canonical),
  };
}

/** The pull request as of the period's end, or null when it did not exist yet. Who is new, is told later. */
export function toPullRequest(
  whole: WholePullRequest,
  period: Period,
  canonical: Canonical,
): PullRequest | null {
  if (whole.createdAt >= period.end) return null;
  const then = asOfEnd(whole, whole.changes, period.end);
  const mergedAt = whole.mergedAt !== null && whole.mergedAt < period.end ? whole.mergedAt : null;
  const closedAt = mergedAt === null ? then.closedAt : (then.closedAt ?? mergedAt);
  const merger = mergedAt === null ? null : mergerOf(whole);
  const turns = turnsOf(whole);
  const closing = whole.closing.map(({ repository, number }): Reference => ({
    repository,
    number,
    relation: 'closes',
    from: 'github',
  }));
  return {
    ...common(whole, then, canonical),
    closedAt,
    state: mergedAt !== null ? 'merged' : then.isOpen ? 'open' : 'closed',
    mergedAt,
    mergedBy: merger,
    base: whole.base,
    mergeCommit: mergedAt === null ? null : whole.mergeCommit,
    files: whole.files,
    filesComplete: whole.filesComplete,
    note: whole.body.note,
    firstByAuthor: null,
    activity: inside(period, [
      ...deedsOf(whole),
      ...pushesOf(whole),
      ...turns,
      ...(mergedAt === null || merger === null
        ? eventlessClosing(then.closedAt, turns)
        : [{ did: 'merged' as const, by: merger, at: mergedAt }]),
    ]),
    references: references(whole, [...closing, ...whole.body.references], canonical),
  };
}

function common(whole: WholeIssue, then: ReturnType<typeof asOfEnd>, canonical: Canonical) {
  return {
    repository: canonical(whole.repository),
    number: whole.number,
    title: then.title,
    author: whole.author,
    createdAt: whole.createdAt,
    closedAt: then.closedAt,
    labels: then.labels,
  };
}

function deedsOf({ author, createdAt, deeds }: WholeIssue): Act[] {
  const acts = deeds.map(({ did, by, at }): Act => ({ did, by, at }));
  return [{ did: 'opened', by: author, at: createdAt }, ...acts];
}

/** Commits from before it was opened belong to the opening. */
function pushesOf({ commits, createdAt }: WholePullRequest): Act[] {
  const later = commits.filter(({ at }) => at > createdAt);
  return later.map(({ by, at }): Act => ({ did: 'committed', by, at }));
}

/** Merging closes, which GitHub tells as an event of its own: here, merging says it all. */
function turnsOf({ changes, mergedAt, closedAt }: WholePullRequest): Act[] {
  const merging = [mergedAt, mergedAt && closedAt].filter((at) => at !== null).sort()[0];
  return changes.flatMap(({ is, by, at }): Act[] => {
    if (is !== 'closed' && is !== 'reopened') return [];
    return is === 'closed' && merging !== undefined && at >= merging ? [] : [{ did: is, by, at }];
  });
}

function mergerOf({ mergedBy, changes }: WholePullRequest): Person {
  const merging = changes.findLast(({ is }) => is === 'merged');
  return mergedBy.type === 'ghost' && merging ? merging.by : mergedBy;
}

/** A closing without an event, as imports have it: nobody knows by whom. */
function eventlessClosing(closedAt: string | null, turns: readonly Act[]): Act[] {
  const known =
    closedAt === null || turns.some(({ did, at }) => did === 'closed' && at === closedAt);
  return known ? [] : [{ did: 'closed', by: ghost, at: closedAt }];
}

function inside(period: Period, acts: readonly Act[]): Act[] {
  return acts.filter(({ at }) => contains(period, at)).sort((a, b) => compareTexts(a.at, b.at));
}

/** Each target once, as the first that names it says; closing counts more than mentioning. */
function references(
  whole: WholeIssue,
  found: readonly Reference[],
  canonical: Canonical,
): Reference[] {
  const key = ({ repository, number }: { repository: string; number: number }) =>
    `${canonical(repository).toLowerCase()}#${number}`;
  const unique = new Map<string, Reference>();
  const closesFirst = [
    ...found.filter(({ relation }) => relation === 'closes'),
    ...found.filter(({ relation }) => relation === 'mentions'),
  ];
  for (const reference of closesFirst) {
    if (key(reference) === key(whole) || unique.has(key(reference))) continue;
    unique.set(key(reference), { ...reference, repository: canonical(reference.repository) });
  }
  return [...unique.values()];
}
