import type { ItemId } from '../../item/item-id.ts';
import type { Period } from '../../period/period.ts';
import type { WarningCode } from '../../snapshot/warnings.ts';
import type { Estimate } from '../source.ts';
import type { IssueFacts, PullRequestFacts } from './facts/item-facts.ts';
import type { ItemKind } from './facts/item-kinds.ts';
import type { Tally } from './progress.ts';
import type { Requester } from './request/requester.ts';

/** What all steps of one collection share. */
export interface Run {
  requester: Requester;
  period: Period;
  /** Where the repositories live: `https://github.com`. */
  server: string;
  /** GitHub's host, for messages. */
  host: string;
  /** When the run began: an instant. */
  now: string;
  tally: Tally;
  /** Items that GitHub can't answer, even one by one, by id. They have a warning, and aren't asked for again. */
  unreadable: Map<string, ItemId>;
  pullRequests: ItemKind<PullRequestFacts>;
  issues: ItemKind<IssueFacts>;
  /** Tells how much the run may take. */
  onEstimate(estimate: Estimate): void;
  /** The code decides whether the snapshot stays complete. */
  warn(code: WarningCode, message: string, repository?: string): void;
}
