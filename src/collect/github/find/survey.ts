import * as v from 'valibot';
import { pageInfo, readPage, type List, type Page } from '../read/list.ts';
import { pageField } from '../read/page-field.ts';
import { instant } from '../read/scalars.ts';
import { Failure } from '../request/failure.ts';
import type { Field } from '../request/field.ts';

/** An item of a repository's own list. */
export interface Listed {
  id: string;
  createdAt: string;
  updatedAt: string;
}

/** What is asked of every repository first: what it is called, and what was touched last in it. */
export interface Survey {
  /** As GitHub has it now. */
  nameWithOwner: string;
  createdAt: string;
  hasIssues: boolean;
  /** Newest update first. */
  pullRequests: Page<Listed>;
  issues: Page<Listed>;
}

/** A repository's pull requests or issues, as GitHub lists them: without search, its lag and its cap. */
export function listing(
  connection: 'pullRequests' | 'issues',
  orderBy: 'UPDATED_AT' | 'CREATED_AT',
  direction: 'ASC' | 'DESC',
): List<Listed> {
  return {
    field: connection,
    arguments: `orderBy: { field: ${orderBy}, direction: ${direction} }`,
    first: 50,
    nodes: '{ id createdAt updatedAt }',
    node: v.object({ id: v.string(), createdAt: instant, updatedAt: instant }),
    key: ({ id }) => id,
  };
}

const lists = {
  pullRequests: listing('pullRequests', 'UPDATED_AT', 'DESC'),
  issues: listing('issues', 'UPDATED_AT', 'DESC'),
};

const repository = v.object({
  nameWithOwner: v.string(),
  createdAt: instant,
  hasIssuesEnabled: v.boolean(),
  pullRequests: v.unknown(),
  issues: v.unknown(),
});

/** @throws {Failure} `not-found` or `forbidden` */
export function surveyField(name: string): Field<Survey> {
  const [owner = '', repo = ''] = name.split('/');
  const select = (list: List<Listed>) =>
    `${list.field}(first: ${list.first}, ${list.arguments ?? ''}) { nodes ${list.nodes} ${pageInfo} }`;
  return {
    operation: 'Survey',
    text:
      'repository(owner: $owner, name: $name, followRenames: true) { nameWithOwner createdAt ' +
      `hasIssuesEnabled ${select(lists.pullRequests)} ${select(lists.issues)} }`,
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: repo },
    },
    units: 1,
    read(value) {
      if (value === null) throw new Failure('not-found', name);
      const survey = v.parse(repository, value);
      return {
        nameWithOwner: survey.nameWithOwner,
        createdAt: survey.createdAt,
        hasIssues: survey.hasIssuesEnabled,
        pullRequests: readPage(lists.pullRequests, survey.pullRequests),
        issues: readPage(lists.issues, survey.issues),
      };
    },
  };
}

/** One page of a repository's own list. */
export function listingField(name: string, list: List<Listed>, after: string | null) {
  const [owner = '', repo = ''] = name.split('/');
  const place = {
    operation: 'Listing' as const,
    text: (selection: string) => `repository(owner: $owner, name: $name) { ${selection} }`,
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: repo },
    },
  };
  return pageField(place, list, after);
}
