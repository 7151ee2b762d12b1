import type { Categorised } from '../categorise/categorise.ts';
import type { Decision } from '../categorise/decision.ts';
import type { Exclusion } from '../categorise/exclude.ts';
import type { Config } from '../config/schema/schema.ts';
import { contains } from '../period/period.ts';
import { type ItemId, itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { composeWithDecisions } from './compose.ts';
import { type Contribution, contributionsTo } from './contributions.ts';
import { isCollapsed } from './merged-sections.ts';
import { type Attention, attention } from './rank.ts';
import type { Entry } from './view/entry-schema.ts';
import type { View } from './view/view.ts';

/** Why an item is where it is in the report, or why it is not in it. */
export interface Explanation {
  item: PullRequest | Issue;
  kind: 'pull' | 'issue';
  /** The lists of the view that name it; empty when none does. */
  lists: ListName[];
  /** The entry that names it, in the first of these lists. */
  entry: Entry | null;
  /** Whether that entry is the one that bots' pull requests are collapsed into. */
  collapsed: boolean;
  /** In an entry of merged pull requests: what decided the section of its subject, and what came next. */
  decision: Decision | null;
  /** For an issue that no merged entry names: its rank among the active ones. */
  rank: IssueRank | null;
  /** Why the config leaves it out. */
  exclusion: Exclusion | null;
  /** Why it is in no list although the config leaves it in. */
  absence: Absence | null;
  /** Whom the entry credits, and for what. */
  contributions: Contribution[];
}

/** A list of entries in the view. */
export type ListName =
  'merged' | 'closedUnmerged' | 'closedIssues' | 'active' | 'issues' | 'moreIssues';

/** `merged` and `closed`: outside the period, at an instant. */
export type Absence = { why: 'merged' | 'closed'; at: string } | { why: 'no-activity' | 'state' };

export interface IssueRank extends Attention {
  /** From 1. */
  position: number;
  /** How many issues are ranked. */
  total: number;
  /** How many of them the report shows. */
  limit: number;
  /** The issue just before it. */
  behind: (Attention & ItemId) | null;
}

/**
 * Explains one item of a snapshot; null when the snapshot lacks it.
 *
 * @param composition the report to explain, for callers that have composed it already
 */
export function explainItem(
  snapshot: Snapshot,
  config: Config,
  id: ItemId,
  composition = composeWithDecisions(snapshot, config),
): Explanation | null {
  const key = itemKey(id);
  const isIt = (item: ItemId) => itemKey(item) === key;
  const pull = snapshot.pullRequests.find(isIt);
  const issue = pull ? undefined : snapshot.issues.find(isIt);
  const item = pull ?? issue;
  if (!item) return null;

  const { view, categorised } = composition;
  const listed = listsWith(key, view);
  const [first] = listed;
  const exclusion = categorised.excluded.find((left) => left.item === item)?.exclusion ?? null;
  return {
    item,
    kind: pull ? 'pull' : 'issue',
    lists: listed.map(({ list }) => list),
    entry: first?.entry ?? null,
    collapsed: pull !== undefined && first?.list === 'merged' && isCollapsed(pull, config),
    decision: first?.list === 'merged' ? decisionOf(first.entry, categorised) : null,
    rank: issue ? rankOf(issue, view, snapshot, config) : null,
    exclusion,
    absence: first || exclusion ? null : absenceOf(item, snapshot),
    contributions: first ? contributionsTo(first.entry, snapshot) : [],
  };
}

function listsWith(key: string, view: View): { list: ListName; entry: Entry }[] {
  const merged = view.merged.flatMap(({ entries }) => entries);
  const { closedUnmerged, closedIssues, active, issues, moreIssues } = view;
  const lists = { merged, closedUnmerged, closedIssues, issues, moreIssues, active };
  return Object.entries(lists).flatMap(([list, entries]) => {
    const entry = entries.find(({ refs }) => refs.some((ref) => itemKey(ref) === key));
    return entry ? [{ list: list as ListName, entry }] : [];
  });
}

function decisionOf({ refs: [subject] }: Entry, { merged }: Categorised): Decision | null {
  if (!subject) return null;
  return merged.find(({ pull }) => itemKey(pull) === itemKey(subject))?.decision ?? null;
}

function rankOf(issue: Issue, view: View, snapshot: Snapshot, config: Config): IssueRank | null {
  const ranked = [...view.issues, ...view.moreIssues].flatMap(({ refs }) => refs.slice(0, 1));
  const index = ranked.findIndex((ref) => itemKey(ref) === itemKey(issue));
  if (index < 0) return null;
  const before = ranked[index - 1];
  const other = before && snapshot.issues.find((one) => itemKey(one) === itemKey(before));
  return {
    ...attention(issue),
    position: index + 1,
    total: ranked.length,
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
