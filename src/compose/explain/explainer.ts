import type { Decision } from '../../categorise/decision.ts';
import type { Candidate, Exclusion } from '../../categorise/exclude.ts';
import type { Config } from '../../config/schema/schema.ts';
import { itemKey } from '../../item/item-id.ts';
import { contains } from '../../period/period.ts';
import type { Issue, PullRequest, Snapshot } from '../../snapshot/schema.ts';
import type { Composition } from '../compose.ts';
import { isCollapsed } from '../merged-sections.ts';
import { attention } from '../rank.ts';
import type { Entry } from '../view/entry-schema.ts';
import type { View } from '../view/view.ts';
import { type Contribution, contributionsTo } from './contributions.ts';
import type { Absence, Explanation, IssueRank, ListName } from './explanation.ts';

/** Explains any number of items of a snapshot. */
export class Explainer {
  readonly #period: Snapshot['period'];
  readonly #config: Config;
  readonly #items = new Map<string, PullRequest | Issue>();
  /** The first entry of each list that names an item, in the order of `ListName`. */
  readonly #listed = new Map<string, { list: ListName; entry: Entry }[]>();
  readonly #decisions: ReadonlyMap<string, Decision>;
  readonly #exclusions: ReadonlyMap<Candidate, Exclusion>;
  readonly #ranked: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #contributions = new Map<Entry, Contribution[]>();

  constructor(snapshot: Snapshot, config: Config, { view, categorised }: Composition) {
    this.#period = snapshot.period;
    this.#config = config;
    for (const item of [...snapshot.issues, ...snapshot.pullRequests])
      this.#items.set(itemKey(item), item);
    for (const [list, entries] of Object.entries(listsOf(view)))
      this.#addList(list as ListName, entries);
    this.#decisions = new Map(
      categorised.merged.map(({ pull, decision }) => [itemKey(pull), decision]),
    );
    this.#exclusions = new Map(
      categorised.excluded.map(({ item, exclusion }) => [item, exclusion]),
    );
    this.#ranked = [...view.issues, ...view.moreIssues].flatMap(({ refs }) =>
      refs.slice(0, 1).map(itemKey),
    );
    this.#positions = new Map(this.#ranked.map((key, index) => [key, index]));
  }

  /** @param key `owner/name#number`, lower case */
  of(key: string): Explanation | null {
    const item = this.#items.get(key);
    if (!item) return null;
    const isPull = 'files' in item;
    const listed = this.#listed.get(key) ?? [];
    const [first] = listed;
    const exclusion = this.exclusionOf(item);
    return {
      item,
      kind: isPull ? 'pull' : 'issue',
      lists: listed.map(({ list }) => list),
      entry: first?.entry ?? null,
      collapsed: isPull && first?.list === 'merged' && isCollapsed(item, this.#config),
      decision: first?.list === 'merged' ? this.#decisionOf(first.entry) : null,
      rank: isPull ? null : this.#rankOf(item),
      exclusion,
      absence: first || exclusion ? null : absenceOf(item, this.#period),
      contributions: first ? this.#contributionsTo(first.entry) : [],
    };
  }

  /** Why the config leaves something out; null when it doesn't. */
  exclusionOf(item: Candidate): Exclusion | null {
    return this.#exclusions.get(item) ?? null;
  }

  #addList(list: ListName, entries: readonly Entry[]): void {
    for (const entry of entries) {
      for (const key of entry.refs.map(itemKey)) {
        const listed = this.#listed.get(key) ?? [];
        if (listed.at(-1)?.list !== list) listed.push({ list, entry });
        this.#listed.set(key, listed);
      }
    }
  }

  #decisionOf({ refs: [subject] }: Entry): Decision | null {
    return (subject && this.#decisions.get(itemKey(subject))) ?? null;
  }

  #rankOf(issue: Issue): IssueRank | null {
    const index = this.#positions.get(itemKey(issue));
    if (index === undefined) return null;
    const other = this.#items.get(this.#ranked[index - 1] ?? '');
    return {
      ...attention(issue),
      position: index + 1,
      total: this.#ranked.length,
      limit: this.#config.limits.issues,
      behind: other
        ? { repository: other.repository, number: other.number, ...attention(other) }
        : null,
    };
  }

  #contributionsTo(entry: Entry): Contribution[] {
    const known = this.#contributions.get(entry);
    const found = known ?? contributionsTo(entry, this.#items);
    this.#contributions.set(entry, found);
    return found;
  }
}

function listsOf(view: View): Record<ListName, readonly Entry[]> {
  const merged = view.merged.flatMap(({ entries }) => entries);
  const { closedUnmerged, closedIssues, active, issues, moreIssues } = view;
  return { merged, closedUnmerged, closedIssues, issues, moreIssues, active };
}

function absenceOf(item: PullRequest | Issue, period: Snapshot['period']): Absence {
  const mergedAt = 'mergedAt' in item ? item.mergedAt : null;
  if (mergedAt !== null && !contains(period, mergedAt)) return { why: 'merged', at: mergedAt };
  const { closedAt } = item;
  if (closedAt !== null && !contains(period, closedAt)) return { why: 'closed', at: closedAt };
  return { why: item.activity.length === 0 ? 'no-activity' : 'state' };
}
