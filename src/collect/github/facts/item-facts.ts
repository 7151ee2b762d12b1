import * as v from 'valibot';
import type { Period } from '../../../period/period.ts';
import { commitHashValue } from '../../../snapshot/values.ts';
import { readBody } from '../../body/body.ts';
import { bodyText } from '../../body/body-text.ts';
import { readChangelogLine } from '../../body/changelog-line.ts';
import { mapped, nullable, object, scalar, schemaOf, type NamedFacts } from './fact.ts';
import { linksIn } from './links.ts';
import { fragment, type Fragment, type ItemType } from './fragment.ts';
import { itemDates } from './item-dates.ts';
import { closingIssueList, commitList, fileList, labelList } from './item-lists.ts';
import { pageOf, type List } from './list.ts';
import { actor, namesCoAuthors, profileName } from './people.ts';
import { count, dateTime, identifier, longText, repositoryName, shortText } from './scalars.ts';
import { stateReason } from './state-reason.ts';
import { timelineList } from './timeline.ts';

/** GitHub allows 65,536 characters, each of up to four bytes. */
const longestBody = v.pipe(v.string(), v.maxLength(4 * 65_536));

const commonFields = {
  ...itemDates,
  title: scalar(longText),
  body: scalar(longestBody),
  closedAt: scalar(v.nullable(dateTime)),
  author: actor,
  repository: repositoryName,
};

const issueFields = {
  ...commonFields,
  // Without the argument, a duplicate reads as not planned.
  stateReason: { field: 'stateReason(enableDuplicate: true)', ...stateReason },
};

const pullRequestFields = {
  ...commonFields,
  /** What its author's profile says. */
  authorName: { field: 'author', ...profileName },
  isDraft: scalar(v.boolean()),
  mergedAt: scalar(v.nullable(dateTime)),
  mergedBy: actor,
  mergeCommit: nullable(
    object({ id: scalar(identifier), oid: scalar(commitHashValue), trailers: namesCoAuthors }),
  ),
  base: { field: 'baseRefName', ...scalar(shortText) },
  /** Whether there still is such a branch. */
  baseExists: {
    field: 'baseRef',
    ...mapped(nullable(object({ name: scalar(shortText) })), (ref) => ref !== null),
  },
  changedFiles: scalar(count),
};

function issueLists(period: Period) {
  return {
    labels: firstPage(labelList),
    timeline: firstPage(timelineList(period, 'Issue')),
  };
}

function pullRequestLists(period: Period) {
  return {
    labels: firstPage(labelList),
    files: firstPage(fileList),
    closing: firstPage(closingIssueList),
    commits: firstPage(commitList),
    timeline: firstPage(timelineList(period, 'PullRequest')),
  };
}

/** An issue as it is today, with the first page of each list: null where GitHub returns none. */
export type IssueFacts = v.InferOutput<ReturnType<typeof issueSchema>>;
export type PullRequestFacts = v.InferOutput<ReturnType<typeof pullRequestSchema>>;

function issueSchema(period: Period, server: string) {
  return v.pipe(
    schemaOf({ ...issueFields, ...issueLists(period) }),
    v.transform((issue) => ({
      ...issue,
      body: { text: bodyText(issue.body), ...readBody(issue.body, issue.repository, server) },
    })),
  );
}

function pullRequestSchema(period: Period, server: string) {
  return v.pipe(
    schemaOf({ ...pullRequestFields, ...pullRequestLists(period) }),
    v.transform((pull) => ({
      ...pull,
      body: {
        text: bodyText(pull.body),
        note: readBody(pull.body, pull.repository, server).note,
        references: linksIn(
          { title: pull.title, text: pull.body, from: 'body' },
          pull.repository,
          server,
        ),
      },
      // What a bot writes is no word of a person's to readers.
      changelog: pull.author.type === 'bot' ? null : readChangelogLine([pull.body]),
      stateReason: null,
    })),
  );
}

/** @param server where links to items point: `https://github.com` */
export function issueFacts(period: Period, server: string): Fragment<IssueFacts> {
  const schema = issueSchema(period, server);
  return withSlim('Issue', issueFields, issueLists(period), schema);
}

/** @param server where links to items point: `https://github.com` */
export function pullRequestFacts(period: Period, server: string): Fragment<PullRequestFacts> {
  const schema = pullRequestSchema(period, server);
  return withSlim('PullRequest', pullRequestFields, pullRequestLists(period), schema);
}

/** The list's page that comes with the item: null in the slim fragment, too. */
function firstPage<T>(list: List<T>) {
  const { schema, ...page } = pageOf(list, `first: ${list.first}`);
  return { ...page, schema: v.optional(v.nullable(schema), null) };
}

function withSlim<T>(
  type: ItemType,
  fields: NamedFacts,
  lists: NamedFacts,
  schema: v.GenericSchema<unknown, T>,
): Fragment<T> {
  const slim = fragment(type, 'WithoutLists', fields, schema);
  return { ...fragment(type, 'Facts', { ...fields, ...lists }, schema), slim };
}
