import * as v from 'valibot';
import { contains, type Period } from '../../../period/period.ts';
import { deedTypes, stateTypes } from './entries.ts';
import type { Selection } from './items.ts';
import { instant } from './scalars.ts';
import { choosing, isOn, type Typename } from './timeline.ts';

/** Whether an item may have been active inside the period: the cheap look before the details. */
export interface Probe {
  id: string;
  createdAt: string;
  updatedAt: string;
  active: boolean;
}

const first = v.object({
  nodes: v.nullable(
    v.array(
      v.nullable(v.object({ createdAt: v.optional(instant), submittedAt: v.nullish(instant) })),
    ),
  ),
});
const commit = v.object({
  nodes: v.nullable(
    v.array(v.nullable(v.object({ commit: v.object({ committedDate: instant }) }))),
  ),
});
const issue = v.object({
  id: v.string(),
  createdAt: instant,
  updatedAt: instant,
  closedAt: v.nullable(instant),
  next: first,
});
const pullRequest = v.object({
  ...issue.entries,
  mergedAt: v.nullable(instant),
  oldest: commit,
  newest: commit,
});

/**
 * The timeline is in order of time, so its first entry since the start tells: when it lies after the
 * end, there was nothing inside. Anything doubtful counts as active.
 */
function mayBeActive(
  { createdAt, closedAt, next }: v.InferOutput<typeof issue>,
  period: Period,
): boolean {
  if (contains(period, createdAt) || (closedAt !== null && contains(period, closedAt))) return true;
  return (next.nodes ?? [null]).some((entry) => {
    const at = entry?.submittedAt ?? entry?.createdAt;
    return at === undefined || at < period.end;
  });
}

/** The first deed or turn since the start. */
function next(period: Period, on: Typename): string {
  const types = [...deedTypes, ...stateTypes].filter((type) => isOn(type, on));
  const nodes = types.map(({ typename, date }) => `... on ${typename} { ${date} }`);
  const chosen = choosing(types, on, period.start);
  return `next: timelineItems(first: 1, ${chosen}) { nodes { ${nodes.join(' ')} } }`;
}

export function issueProbe(period: Period): Selection<Probe> {
  return {
    name: 'IssueProbe',
    fragment: `fragment IssueProbe on Issue {
  id createdAt updatedAt closedAt
  ${next(period, 'Issue')}
}`,
    read(value) {
      const facts = v.parse(issue, value);
      const { id, createdAt, updatedAt } = facts;
      return { id, createdAt, updatedAt, active: mayBeActive(facts, period) };
    },
  };
}

export function pullRequestProbe(period: Period): Selection<Probe> {
  return {
    name: 'PullRequestProbe',
    fragment: `fragment PullRequestProbe on PullRequest {
  id createdAt updatedAt closedAt mergedAt
  ${next(period, 'PullRequest')}
  oldest: commits(first: 1) { nodes { commit { committedDate } } }
  newest: commits(last: 1) { nodes { commit { committedDate } } }
}`,
    read(value) {
      const facts = v.parse(pullRequest, value);
      const { id, createdAt, updatedAt, mergedAt, oldest, newest } = facts;
      const pushed = [oldest, newest].map(({ nodes }) => nodes?.[0]?.commit.committedDate);
      const [from = period.start, to = period.start] = pushed;
      const spans = from < period.end && to >= period.start && to > createdAt;
      const merged = mergedAt !== null && contains(period, mergedAt);
      const active = merged || spans || mayBeActive(facts, period);
      return { id, createdAt, updatedAt, active };
    },
  };
}
