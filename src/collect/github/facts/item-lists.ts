import * as v from 'valibot';
import type { ChangedFile, Person } from '../../../snapshot/schema.ts';
import type { List } from './list.ts';
import { gitPerson, gitPersonFields, instant } from './people.ts';

/** The lists inside items, save the timeline. */

export interface Label {
  name: string;
}

export interface ClosingIssue {
  id: string;
  number: number;
  repository: string;
}

export interface Commit {
  oid: string;
  by: Person;
  at: string;
}

export const labels: List<Label> = {
  field: 'labels',
  first: 20,
  nodes: '{ name }',
  node: v.object({ name: v.string() }),
  key: ({ name }) => name,
};

export const files: List<ChangedFile> = {
  field: 'files',
  first: 50,
  nodes: '{ path additions deletions }',
  node: v.object({ path: v.string(), additions: v.number(), deletions: v.number() }),
  key: ({ path }) => path,
};

/** Only of pull requests into the default branch: keywords elsewhere don't count for GitHub. */
export const closingIssues: List<ClosingIssue> = {
  field: 'closingIssuesReferences',
  first: 10,
  nodes: '{ id number repository { nameWithOwner } }',
  node: v.pipe(
    v.object({
      id: v.string(),
      number: v.number(),
      repository: v.object({ nameWithOwner: v.string() }),
    }),
    v.transform((issue) => ({ ...issue, repository: issue.repository.nameWithOwner })),
  ),
  key: ({ id }) => id,
  sparse: true,
};

export const commits: List<Commit> = {
  field: 'commits',
  first: 30,
  nodes: `{ commit { oid committedDate author ${gitPersonFields} } }`,
  node: v.pipe(
    v.object({
      commit: v.object({ oid: v.string(), committedDate: instant, author: gitPerson }),
    }),
    v.transform(({ commit }) => ({ oid: commit.oid, by: commit.author, at: commit.committedDate })),
  ),
  key: ({ oid }) => oid,
};
