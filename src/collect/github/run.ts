import type { Period } from '../../period/period.ts';
import type { ItemId } from '../../item/item-id.ts';
import type { WarningCode } from '../../snapshot/warnings.ts';
import type { Tally } from './progress.ts';
import type { issues, pullRequests } from './facts/item-kinds.ts';
import type { Requester } from './request/requester.ts';

/** What everything that reads for one snapshot shares. */
export interface Run {
  requester: Requester;
  period: Period;
  /** GitHub's host, as messages name it. */
  host: string;
  /** When the run began: an instant. */
  now: string;
  tally: Tally;
  /** What GitHub cannot answer even by itself, by its id: named already, and not asked for again. */
  lost: Map<string, ItemId>;
  pullRequests: ReturnType<typeof pullRequests>;
  issues: ReturnType<typeof issues>;
  /** Something worth knowing; by its code, something is missing or not. */
  note(code: WarningCode, message: string, repository?: string): void;
}
