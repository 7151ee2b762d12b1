import * as v from 'valibot';
import { contains, type Period } from '../../../period/period.ts';
import { object, scalar, schemaOf, sparseArray, type NamedFacts } from './fact.ts';
import { fragment, type Fragment, type ItemType } from './fragment.ts';
import { datesOf, itemDates, type ItemDates } from './item-dates.ts';
import { count, dateTime } from './scalars.ts';
import { entryArguments } from './timeline.ts';
import { contributionTypes, isOn, stateEventTypes } from './timeline-entries.ts';

/** Whether an item may have been active inside the period: a cheap look before reading its facts. */
export interface ActivityCheck extends ItemDates {
  mayBeActive: boolean;
}

/** How many of the last commits are looked at. */
const lastCommits = 10;

const entryDate = object({
  createdAt: scalar(v.optional(dateTime)),
  submittedAt: scalar(v.nullish(dateTime)),
});

const commitDates = {
  nodes: sparseArray(object({ commit: object({ committedDate: scalar(dateTime) }) })),
};

/** The first contribution or state event since the start. */
function firstEntry(period: Period, on: ItemType) {
  const types = [...contributionTypes, ...stateEventTypes].filter((type) => isOn(type, on));
  const dates = types.map(({ typename, date }) => `... on ${typename} { ${date} }`);
  return {
    ...object({ nodes: sparseArray({ ...entryDate, selection: `{ ${dates.join(' ')} }` }) }),
    field: `timelineItems(first: 1, ${entryArguments(types, period.start)})`,
  };
}

function issueFields(period: Period, on: ItemType = 'Issue') {
  return {
    ...itemDates,
    closedAt: scalar(v.nullable(dateTime)),
    firstEntry: firstEntry(period, on),
  };
}

function pullRequestFields(period: Period) {
  return {
    ...issueFields(period, 'PullRequest'),
    mergedAt: scalar(v.nullable(dateTime)),
    oldestCommit: { field: 'commits(first: 1)', ...object(commitDates) },
    newestCommits: {
      field: `commits(last: ${lastCommits})`,
      ...object({ totalCount: scalar(count), ...commitDates }),
    },
  };
}

type CheckedIssue = v.InferOutput<ReturnType<typeof schemaOf<ReturnType<typeof issueFields>>>>;
type CheckedPullRequest = v.InferOutput<
  ReturnType<typeof schemaOf<ReturnType<typeof pullRequestFields>>>
>;

export function issueCheck(period: Period): Fragment<ActivityCheck> {
  const fields = issueFields(period);
  const schema = v.pipe(
    schemaOf(fields),
    v.transform((issue) => check(issue, isPossiblyActive(issue, period))),
  );
  return withUnknownActivity('Issue', fields, schema);
}

export function pullRequestCheck(period: Period): Fragment<ActivityCheck> {
  const fields = pullRequestFields(period);
  const schema = v.pipe(
    schemaOf(fields),
    v.transform((pull) => {
      const isMerged = pull.mergedAt !== null && contains(period, pull.mergedAt);
      const mayBeActive =
        isMerged || hasPossiblePush(pull, period) || isPossiblyActive(pull, period);
      return { ...check(pull, mayBeActive), mergedAt: pull.mergedAt };
    }),
  );
  return withUnknownActivity('PullRequest', fields, schema);
}

function check({ id, number, createdAt, updatedAt }: ItemDates, mayBeActive: boolean) {
  return { id, number, createdAt, updatedAt, mayBeActive };
}

/**
 * The timeline is in order of time: when its first entry since the start is past the end, nothing
 * happened inside. In case of doubt, the item counts as active.
 */
function isPossiblyActive({ createdAt, closedAt, firstEntry }: CheckedIssue, period: Period) {
  if (contains(period, createdAt) || (closedAt !== null && contains(period, closedAt))) return true;
  return (firstEntry.nodes ?? [null]).some((entry) => {
    const at = entry?.submittedAt ?? entry?.createdAt;
    return at === undefined || at < period.end;
  });
}

/**
 * Commits are in the order of the branch, which after a merge or a rebase isn't that of time: then
 * those in the middle may be of any time.
 */
function hasPossiblePush(
  { createdAt, oldestCommit, newestCommits }: CheckedPullRequest,
  period: Period,
): boolean {
  const nodes = [...(oldestCommit.nodes ?? [null]), ...(newestCommits.nodes ?? [null])];
  const dates = nodes.flatMap((node) => node?.commit.committedDate ?? []);
  if (dates.length === 0 || dates.length < nodes.length) return true;
  const sorted = dates.toSorted();
  const [from = '', to = ''] = [sorted[0], sorted.at(-1)];
  const isOrdered = dates.every((date, index) => date === sorted[index]);
  if (newestCommits.totalCount > lastCommits + 1 && !isOrdered) return true;
  return from < period.end && to >= period.start && to > createdAt;
}

/** Where even this check is too much work for GitHub, the item counts as active. */
function withUnknownActivity(
  type: ItemType,
  fields: NamedFacts,
  schema: v.GenericSchema<unknown, ActivityCheck>,
): Fragment<ActivityCheck> {
  const { name, definition, read } = datesOf(type);
  const slim = {
    name,
    definition,
    read: (value: unknown) => ({ ...read(value), mayBeActive: true }),
  };
  return { ...fragment(type, 'Check', fields, schema), slim };
}
