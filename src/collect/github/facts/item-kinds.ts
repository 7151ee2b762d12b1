import type { Period } from '../../../period/period.ts';
import { issueCheck, pullRequestCheck, type ActivityCheck } from './activity-check.ts';
import type { Fragment } from './fragment.ts';
import { issueFacts, pullRequestFacts, type IssueFacts } from './item-facts.ts';
import type { PullRequestFacts } from './item-facts.ts';

/** Pull requests or issues: how they are searched for, listed and read. */
export interface ItemKind<ItemFacts extends IssueFacts> {
  type: 'PullRequest' | 'Issue';
  /** The search qualifier. */
  is: 'is:pr' | 'is:issue';
  /** The repository's list of them. */
  connection: 'pullRequests' | 'issues';
  /** The operation that reads their facts. */
  operation: 'PullRequests' | 'Issues';
  facts: Fragment<ItemFacts>;
  check: Fragment<ActivityCheck>;
}

export function pullRequestKind(period: Period, server: string): ItemKind<PullRequestFacts> {
  return {
    type: 'PullRequest',
    is: 'is:pr',
    connection: 'pullRequests',
    operation: 'PullRequests',
    facts: pullRequestFacts(period, server),
    check: pullRequestCheck(period),
  };
}

export function issueKind(period: Period, server: string): ItemKind<IssueFacts> {
  return {
    type: 'Issue',
    is: 'is:issue',
    connection: 'issues',
    operation: 'Issues',
    facts: issueFacts(period, server),
    check: issueCheck(period),
  };
}
