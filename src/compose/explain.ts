import { type Categorised, categorise } from '../categorise/categorise.ts';
import type { Decision } from '../categorise/decision.ts';
import type { Exclusion } from '../categorise/exclude.ts';
import type { Config } from '../config/schema.ts';
import { contains } from '../period/period.ts';
import { type ItemId, itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { compose } from './compose.ts';
import { type Deserts, deserts } from './deserts.ts';
import { type Attention, attention } from './rank.ts';
import type { Entry, View } from './view.ts';

/** Why an item stands where it does in the report, or why it does not. */
export interface Explanation {
  item: PullRequest | Issue;
  kind: 'pull' | 'issue';
  /** Where in the view it is named; empty when nowhere. */
  places: Place[];
  /** The entry that names it, in the first of its places. */
  entry: Entry | null;
  /** Whether that entry is the one that bots' pull requests are collapsed into. */
  collapsed: boolean;
  /** In an entry of merged pull requests: what decided the section of its subject, and what came next. */
  decision: Decision | null;
  /** For an issue that no merged entry names: its place among the active ones, from 1, and of how many. */
  rank: Ranked | null;
  /** The config's reason to leave it out. */
  exclusion: Exclusion | null;
  /** What is known against it, when it is in no place. */
  absence: Absence | null;
  /** Whom the entry credits, and for what. */
  people: Deserts[];
}

export type Place =
  'merged' | 'closedUnmerged' | 'closedIssues' | 'active' | 'issues' | 'moreIssues';

/** `merged` and `closed`: outside the period, at an instant. */
export type Absence = { why: 'merged' | 'closed'; at: string } | { why: 'no-activity' | 'state' };

export interface Ranked extends Attention {
  place: number;
  of: number;
  limit: number;
  /** The issue that comes just before it. */
  behind: (Attention & ItemId) | null;
}

/** Explains one item of a snapshot; null when the snapshot does not know it. */
export function explain(snapshot: Snapshot, config: Config, id: ItemId): Explanation | null {
  const key = itemKey(id);
  const isIt = (item: ItemId) => itemKey(item) === key;
  const pull = snapshot.pullRequests.find(isIt);
  const issue = pull ? undefined : snapshot.issues.find(isIt);
  const item = pull ?? issue;
  if (!item) return null;

  const view = compose(snapshot, config, 0);
  const categorised = categorise(snapshot, config);
  const found = placesOf(view, key);
  const [first] = found;
  const exclusion = categorised.excluded.find((left) => left.item === item)?.exclusion ?? null;
  return {
    item,
    kind: pull ? 'pull' : 'issue',
    places: found.map(({ place }) => place),
    entry: first?.entry ?? null,
    collapsed:
      pull?.author.type === 'bot' && first?.place === 'merged' && config.bots === 'collapse',
    decision: first?.place === 'merged' ? decisionOf(first.entry, categorised) : null,
    rank: issue ? rankOf(issue, view, snapshot, config) : null,
    exclusion,
    absence: first || exclusion ? null : absenceOf(item, snapshot),
    people: first ? deserts(first.entry, snapshot) : [],
  };
}

function placesOf(view: View, key: string): { place: Place; entry: Entry }[] {
  const merged = view.merged.flatMap(({ entries }) => entries);
  const { closedUnmerged, closedIssues, active, issues, moreIssues } = view;
  const lists = { merged, closedUnmerged, closedIssues, issues, moreIssues, active };
  return Object.entries(lists).flatMap(([place, entries]) => {
    const entry = entries.find(({ refs }) => refs.some((ref) => itemKey(ref) === key));
    return entry ? [{ place: place as Place, entry }] : [];
  });
}

function decisionOf({ refs: [subject] }: Entry, { merged }: Categorised): Decision | null {
  if (!subject) return null;
  return merged.find(({ pull }) => itemKey(pull) === itemKey(subject))?.decision ?? null;
}

function rankOf(issue: Issue, view: View, snapshot: Snapshot, config: Config): Ranked | null {
  const ranked = [...view.issues, ...view.moreIssues].flatMap(({ refs }) => refs.slice(0, 1));
  const index = ranked.findIndex((ref) => itemKey(ref) === itemKey(issue));
  if (index < 0) return null;
  const before = ranked[index - 1];
  const other = before && snapshot.issues.find((one) => itemKey(one) === itemKey(before));
  return {
    ...attention(issue),
    place: index + 1,
    of: ranked.length,
    limit: config.limits.issues,
    behind: other
      ? { repository: other.repository, number: other.number, ...attention(other) }
      : null,
  };
}

function absenceOf(item: PullRequest | Issue, { period }: Snapshot): Absence {
  const mergedAt = 'mergedAt' in item ? item.mergedAt : null;
  if (mergedAt !== null && !contains(period, mergedAt)) return { why: 'merged', at: mergedAt };
  const { closedAt } = item;
  if (closedAt !== null && !contains(period, closedAt)) return { why: 'closed', at: closedAt };
  return { why: item.activity.length === 0 ? 'no-activity' : 'state' };
}
