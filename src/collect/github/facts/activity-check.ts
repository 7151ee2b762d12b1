import * as v from 'valibot';
import { contains, type Period } from '../../../period/period.ts';
import { deedTypes, stateTypes } from './timeline-entries.ts';
import type { Selection } from './item-facts.ts';
import { rowOf, type Row } from './item-dates.ts';
import { instant } from './people.ts';
import { choosing, isOn, type Typename } from './timeline.ts';

/** Whether an item may have been active inside the period: the cheap look before the details. */
export interface Probe extends Row {
  active: boolean;
}

const first = v.object({
  nodes: v.nullable(
    v.array(
      v.nullable(v.object({ createdAt: v.optional(instant), submittedAt: v.nullish(instant) })),
    ),
  ),
});
const commits = v.object({
  nodes: v.nullable(
    v.array(v.nullable(v.object({ commit: v.object({ committedDate: instant }) }))),
  ),
});
/** So many of the last commits are looked at. */
const lastCommits = 10;
const issue = v.object({
  id: v.string(),
  number: v.number(),
  createdAt: instant,
  updatedAt: instant,
  closedAt: v.nullable(instant),
  next: first,
});
const pullRequest = v.object({
  ...issue.entries,
  mergedAt: v.nullable(instant),
  oldest: commits,
  newest: v.object({ ...commits.entries, totalCount: v.number() }),
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

/**
 * Whether commits may have come inside. They are in the order of the branch, which a merge or a
 * rebase makes another one than that of time: then those in the middle may be of any time.
 */
function mayBePushed(
  { createdAt, oldest, newest }: v.InferOutput<typeof pullRequest>,
  period: Period,
): boolean {
  const nodes = [...(oldest.nodes ?? [null]), ...(newest.nodes ?? [null])];
  const dates = nodes.flatMap((node) => node?.commit.committedDate ?? []);
  if (dates.length === 0 || dates.length < nodes.length) return true;
  const sorted = dates.toSorted();
  const [from = '', to = ''] = [sorted[0], sorted.at(-1)];
  const isOrdered = dates.every((date, index) => date === sorted[index]);
  if (newest.totalCount > lastCommits + 1 && !isOrdered) return true;
  return from < period.end && to >= period.start && to > createdAt;
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
  id number createdAt updatedAt closedAt
  ${next(period, 'Issue')}
}`,
    read(value) {
      const facts = v.parse(issue, value);
      const { id, number, createdAt, updatedAt } = facts;
      return { id, number, createdAt, updatedAt, active: mayBeActive(facts, period) };
    },
    slim: doubtful('Issue'),
  };
}

export function pullRequestProbe(period: Period): Selection<Probe> {
  return {
    name: 'PullRequestProbe',
    fragment: `fragment PullRequestProbe on PullRequest {
  id number createdAt updatedAt closedAt mergedAt
  ${next(period, 'PullRequest')}
  oldest: commits(first: 1) { nodes { commit { committedDate } } }
  newest: commits(last: ${lastCommits}) { totalCount nodes { commit { committedDate } } }
}`,
    read(value) {
      const facts = v.parse(pullRequest, value);
      const { id, number, createdAt, updatedAt, mergedAt } = facts;
      const merged = mergedAt !== null && contains(period, mergedAt);
      const active = merged || mayBePushed(facts, period) || mayBeActive(facts, period);
      return { id, number, createdAt, updatedAt, active };
    },
    slim: doubtful('PullRequest'),
  };
}

/** Of what is too much to look at, nobody knows. */
function doubtful(typename: Typename): Selection<Probe> {
  const row = rowOf(typename);
  const { name, fragment } = row;
  return { name, fragment, read: (value) => ({ ...row.read(value), active: true }) };
}
