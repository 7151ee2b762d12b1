import type { Period } from '../../../period/period.ts';
import {
  issueFacts,
  pullRequestFacts,
  type IssueFacts,
  type PullRequestFacts,
  type Selection,
} from './item-facts.ts';
import { issueProbe, pullRequestProbe, type Probe } from './activity-check.ts';

/** Pull requests or issues: what searching, listing and reading them need to know. */
export interface Kind<Facts extends IssueFacts> {
  typename: 'PullRequest' | 'Issue';
  /** The search qualifier. */
  is: 'is:pr' | 'is:issue';
  /** The repository's list of them. */
  connection: 'pullRequests' | 'issues';
  /** The operation that reads facts. */
  operation: 'PullRequests' | 'Issues';
  facts: Selection<Facts>;
  probe: Selection<Probe>;
}

export function pullRequests(period: Period, server: string) {
  return {
    typename: 'PullRequest',
    is: 'is:pr',
    connection: 'pullRequests',
    operation: 'PullRequests',
    facts: pullRequestFacts(period, server),
    probe: pullRequestProbe(period),
  } as const satisfies Kind<PullRequestFacts>;
}

export function issues(period: Period, server: string) {
  return {
    typename: 'Issue',
    is: 'is:issue',
    connection: 'issues',
    operation: 'Issues',
    facts: issueFacts(period, server),
    probe: issueProbe(period),
  } as const satisfies Kind<IssueFacts>;
}
