import type { Decision } from '../../categorise/decision.ts';
import type { Exclusion } from '../../categorise/exclude.ts';
import type { ItemId } from '../../item/item-id.ts';
import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import type { Attention } from '../rank.ts';
import type { Entry } from '../view/entry-schema.ts';
import type { Contribution } from './contributions.ts';

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
