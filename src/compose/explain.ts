import { categorise } from '../categorise/categorise.ts';
import type { Decision } from '../categorise/decision.ts';
import type { Exclusion } from '../categorise/exclude.ts';
import type { Config } from '../config/schema.ts';
import { isMergedInside } from '../snapshot/merged-inside.ts';
import { type ItemId, itemKey } from '../snapshot/reference.ts';
import type { Act, Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { compose } from './compose.ts';
import { credits, personKey } from './credits.ts';
import { type Attention, attention, rank } from './rank.ts';
import type { Credit, View } from './view.ts';

/** Why an item stands where it does in the report, or why it does not. */
export interface Explanation {
  item: PullRequest | Issue;
  kind: 'pull' | 'issue';
  /** Where in the view it is named; empty when nowhere. */
  places: Place[];
  /** For a merged pull request: what decided its section, and what came next. */
  decision: Decision | null;
  /** For an issue that no merged entry names: its place among the active ones, from 1, and of how many. */
  rank: (Attention & { place: number; of: number; limit: number }) | null;
  /** The config's reason to leave it out. */
  exclusion: Exclusion | null;
  /** What is known against it, when it is in no place. */
  absence: 'not-merged-inside' | 'no-activity' | null;
  people: { credit: Credit; acts: Act['did'][] }[];
}

export type Place =
  'merged' | 'closedUnmerged' | 'closedIssues' | 'active' | 'issues' | 'moreIssues';

/** Explains one item of a snapshot; null when the snapshot does not know it. */
export function explain(snapshot: Snapshot, config: Config, id: ItemId): Explanation | null {
  const key = itemKey(id);
  const pull = snapshot.pullRequests.find((candidate) => itemKey(candidate) === key);
  const issue = pull ? undefined : snapshot.issues.find((candidate) => itemKey(candidate) === key);
  const item = pull ?? issue;
  if (!item) return null;

  const view = compose(snapshot, config, 0);
  const { merged, excluded } = categorise(snapshot, config);
  const places = placesOf(view, key);
  return {
    item,
    kind: pull ? 'pull' : 'issue',
    places,
    decision: merged.find((decided) => decided.pull === item)?.decision ?? null,
    rank: issue ? rankOf(issue, view, snapshot, config) : null,
    exclusion: excluded.find((left) => left.item === item)?.exclusion ?? null,
    absence: places.length > 0 ? null : absenceOf(item, snapshot),
    people: credits(item.author, item.activity).map((credit) => ({
      credit,
      acts: actsOf(credit, item),
    })),
  };
}

function placesOf(view: View, key: string): Place[] {
  const names = (entries: View['active']) =>
    entries.some(({ refs }) => refs.some((ref) => itemKey(ref) === key));
  const lists = ['closedUnmerged', 'closedIssues', 'active', 'issues', 'moreIssues'] as const;
  const merged: Place[] = view.merged.some(({ entries }) => names(entries)) ? ['merged'] : [];
  return [...merged, ...lists.filter((list) => names(view[list]))];
}

function rankOf(issue: Issue, view: View, snapshot: Snapshot, config: Config): Explanation['rank'] {
  const listed = new Set(
    [...view.issues, ...view.moreIssues].flatMap(({ refs }) => refs.map(itemKey)),
  );
  const ranked = rank(snapshot.issues.filter((candidate) => listed.has(itemKey(candidate))));
  const place = ranked.findIndex((candidate) => itemKey(candidate) === itemKey(issue));
  if (place < 0) return null;
  return { ...attention(issue), place: place + 1, of: ranked.length, limit: config.limits.issues };
}

function absenceOf(item: PullRequest | Issue, { period }: Snapshot): Explanation['absence'] {
  if ('mergedAt' in item && !isMergedInside(item, period)) return 'not-merged-inside';
  return item.activity.length === 0 ? 'no-activity' : null;
}

function actsOf({ login, name }: Credit, { activity }: PullRequest | Issue): Act['did'][] {
  const key = personKey({ login, name, type: 'user' });
  return activity
    .filter(
      ({ by }) => personKey({ ...by, name: by.login === null ? (by.name ?? '') : name }) === key,
    )
    .map(({ did }) => did);
}
