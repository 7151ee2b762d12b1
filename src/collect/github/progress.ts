import type { Progress } from '../source.ts';
import type { Operation } from './request/field.ts';
import type { RequestFacts } from './request/requester.ts';

const stages: Record<Operation, string> = {
  Organization: 'search',
  Survey: 'search',
  Counts: 'search',
  Listing: 'search',
  Probe: 'search',
  PullRequests: 'details',
  Issues: 'details',
  Lists: 'activity',
};

/** Turns attempts into progress: how many items came so far. */
export function progressOf(report: ((progress: Progress) => void) | undefined) {
  let items = 0;
  return ({ operation, units, outcome, pointsLeft }: RequestFacts, requests: number): void => {
    const stage = stages[operation];
    if (stage === 'details' && outcome === 'ok') items += units;
    report?.({ stage, items, requests, ...(pointsLeft !== undefined && { pointsLeft }) });
  };
}
