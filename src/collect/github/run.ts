import type { Period } from '../../period/period.ts';
import type { issues, pullRequests } from './read/kinds.ts';
import type { Requester } from './request/requester.ts';

/** What everything that reads for one snapshot shares. */
export interface Run {
  requester: Requester;
  period: Period;
  /** When the run began: an instant. */
  now: string;
  pullRequests: ReturnType<typeof pullRequests>;
  issues: ReturnType<typeof issues>;
  /** Something is missing: the snapshot will not be complete. */
  lacks(code: string, message: string, repository?: string): void;
  /** Something worth knowing, though nothing is missing. */
  note(code: string, message: string, repository?: string): void;
}
