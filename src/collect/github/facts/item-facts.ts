import * as v from 'valibot';
import type { Period } from '../../../period/period.ts';
import type { ChangedFile, Person } from '../../../snapshot/schema.ts';
import { readBody, type Body } from '../../body/body.ts';
import { readNullablePage, select, type List, type Page } from './list.ts';
import {
  closingIssues,
  commits,
  files,
  labels,
  type ClosingIssue,
  type Commit,
  type Label,
} from './item-lists.ts';
import type { Change, Deed } from './timeline-entries.ts';
import { instant, person, personFields } from './people.ts';
import { timeline, type Typename } from './timeline.ts';

/** A fragment, and how to read what it brings. */
export interface Selection<T> {
  name: string;
  fragment: string;
  read(value: unknown): T;
  /** Without the lists inside, which are then read by themselves: for what is too much for GitHub. */
  slim?: Selection<T>;
}

/** An issue as GitHub has it today, with the first page of each list: null where there is none. */
export interface IssueFacts {
  id: string;
  number: number;
  repository: string;
  title: string;
  author: Person;
  /** What its text says; the text itself is not kept. */
  body: Body;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  labels: Page<Label> | null;
  timeline: Page<Deed | Change> | null;
}

export interface PullRequestFacts extends IssueFacts {
  mergedAt: string | null;
  mergedBy: Person;
  mergeCommit: string | null;
  base: string;
  changedFiles: number;
  files: Page<ChangedFile> | null;
  closing: Page<ClosingIssue> | null;
  commits: Page<Commit> | null;
}

const common = {
  id: v.string(),
  number: v.number(),
  title: v.string(),
  body: v.string(),
  createdAt: instant,
  updatedAt: instant,
  closedAt: v.nullable(instant),
  author: person,
  repository: v.object({ nameWithOwner: v.string() }),
  labels: v.optional(v.unknown(), null),
  timeline: v.optional(v.unknown(), null),
};

const issue = v.object(common);

const pullRequest = v.object({
  ...common,
  mergedAt: v.nullable(instant),
  mergedBy: person,
  mergeCommit: v.nullable(v.object({ oid: v.string() })),
  baseRefName: v.string(),
  changedFiles: v.number(),
  files: v.optional(v.unknown(), null),
  closing: v.optional(v.unknown(), null),
  commits: v.optional(v.unknown(), null),
});

const commonFields = `id number title body createdAt updatedAt closedAt
  author ${personFields}
  repository { nameWithOwner }`;

const pullRequestFields = `${commonFields}
  mergedAt mergedBy ${personFields} mergeCommit { oid } baseRefName changedFiles`;

function inline(name: string, list: List<unknown>): string {
  return `${name}: ${select(list, `first: ${list.first}`)}`;
}

export function issueFacts(period: Period, server: string): Selection<IssueFacts> {
  const since = timeline(period, 'Issue');
  return withSlim('Issue', commonFields, [inline('labels', labels), inline('timeline', since)], {
    read(value) {
      const { body, repository, ...facts } = v.parse(issue, value);
      return {
        ...facts,
        repository: repository.nameWithOwner,
        body: readBody(body, repository.nameWithOwner, server),
        labels: readNullablePage(labels, facts.labels),
        timeline: readNullablePage(since, facts.timeline),
      };
    },
  });
}

export function pullRequestFacts(period: Period, server: string): Selection<PullRequestFacts> {
  const since = timeline(period, 'PullRequest');
  const lists = [
    inline('labels', labels),
    inline('files', files),
    inline('closing', closingIssues),
    inline('commits', commits),
    inline('timeline', since),
  ];
  return withSlim('PullRequest', pullRequestFields, lists, {
    read(value) {
      const { body, repository, mergeCommit, baseRefName, ...facts } = v.parse(pullRequest, value);
      return {
        ...facts,
        repository: repository.nameWithOwner,
        body: readBody(body, repository.nameWithOwner, server),
        mergeCommit: mergeCommit?.oid ?? null,
        base: baseRefName,
        labels: readNullablePage(labels, facts.labels),
        files: readNullablePage(files, facts.files),
        closing: readNullablePage(closingIssues, facts.closing),
        commits: readNullablePage(commits, facts.commits),
        timeline: readNullablePage(since, facts.timeline),
      };
    },
  });
}

function withSlim<T>(
  typename: Typename,
  fields: string,
  lists: readonly string[],
  { read }: Pick<Selection<T>, 'read'>,
): Selection<T> {
  const selection = (name: string, selected: readonly string[]) => ({
    name,
    fragment: `fragment ${name} on ${typename} {\n  ${selected.join('\n  ')}\n}`,
    read,
  });
  const slim = selection(`Slim${typename}`, [fields]);
  return { ...selection(`${typename}Facts`, [fields, ...lists]), slim };
}
