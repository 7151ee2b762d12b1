import { FixtureError } from '../errors.ts';
import type { IssueInput, PullRequestInput } from './input.ts';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** An hour before. */
export function earlier(at: string): string {
  return at.length === 0 ? at : toInstant(Date.parse(at) - 3_600_000);
}

/** Milliseconds to `2017-05-01T00:00:00Z`. */
export function toInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The last date among an item's facts: GitHub's `updatedAt`, which is always today's. */
export function latestOf(input: IssueInput & PullRequestInput, createdAt: string): string {
  let latest = createdAt;
  for (const at of datesOf(input)) if (at > latest) latest = at;
  return latest;
}

/** Data written in any other form would order wrongly without a word. */
export function checkDates(input: IssueInput & PullRequestInput, where: string): void {
  for (const at of [input.createdAt, input.updatedAt, ...datesOf(input)]) {
    if (at !== undefined && !instant.test(at)) {
      throw new FixtureError(`${where} holds ${at}, which is not like 2017-05-01T00:00:00Z`);
    }
  }
}

function* datesOf(input: IssueInput & PullRequestInput): Generator<string> {
  if (input.closedAt) yield input.closedAt;
  if (input.mergedAt) yield input.mergedAt;
  for (const { createdAt } of input.comments ?? []) yield createdAt;
  for (const { createdAt } of input.events ?? []) yield createdAt;
  for (const { committedDate } of input.commits ?? []) yield committedDate;
  for (const { submittedAt, comments = [] } of input.reviews ?? []) {
    if (submittedAt !== null) yield submittedAt;
    for (const { createdAt } of comments) yield createdAt;
  }
}
