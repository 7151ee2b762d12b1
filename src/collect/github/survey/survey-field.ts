import * as v from 'valibot';
import { readPage, select, type List, type Page } from '../facts/list.ts';
import { pageField } from '../lists/page-field.ts';
import { row, type Row } from '../facts/item-dates.ts';
import { instant } from '../facts/people.ts';
import { Failure } from '../request/failures/failure.ts';
import { onlyPart, type Field } from '../request/field.ts';

/** What is asked of every repository first: what it is called, and what was touched last in it. */
export interface Survey {
  /** As GitHub has it now. */
  nameWithOwner: string;
  createdAt: string;
  hasIssues: boolean;
  /** Newest update first. */
  pullRequests: Page<Row>;
  issues: Page<Row>;
}

/** A repository's pull requests or issues, as GitHub lists them: without search, its lag and its cap. */
export function listing(
  connection: 'pullRequests' | 'issues',
  orderBy: 'UPDATED_AT' | 'CREATED_AT',
  direction: 'ASC' | 'DESC',
): List<Row> {
  return {
    field: connection,
    arguments: `orderBy: { field: ${orderBy}, direction: ${direction} }`,
    first: 50,
    nodes: '{ id number createdAt updatedAt }',
    node: row,
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
  pullRequests: v.optional(v.unknown()),
  issues: v.optional(v.unknown()),
});

/** Where no list was asked for: nothing is known of it. */
const unknown: Page<Row> = { nodes: [], holes: 1, hasNextPage: true, endCursor: null };

/**
 * @param rows of each list; with none, the repository alone
 * @throws {Failure} `not-found` or `forbidden`
 */
export function surveyField(name: string, rows = lists.issues.first): Field<Survey> {
  const [owner = '', repo = ''] = name.split('/');
  const first = (list: List<Row>) => (rows > 0 ? select(list, `first: ${rows}`) : '');
  const page = (list: List<Row>, value: unknown) => (rows > 0 ? readPage(list, value) : unknown);
  return {
    operation: 'Survey',
    text:
      'repository(owner: $owner, name: $name, followRenames: true) { nameWithOwner createdAt ' +
      `hasIssuesEnabled ${first(lists.pullRequests)} ${first(lists.issues)} }`,
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: repo },
    },
    units: Math.max(1, 2 * rows),
    read(value) {
      if (value === null) throw new Failure('not-found', name);
      const survey = v.parse(repository, value);
      return {
        nameWithOwner: survey.nameWithOwner,
        createdAt: survey.createdAt,
        hasIssues: survey.hasIssuesEnabled,
        pullRequests: page(lists.pullRequests, survey.pullRequests),
        issues: page(lists.issues, survey.issues),
      };
    },
    shrink:
      rows > 0
        ? (units) => ({ fields: [surveyField(name, Math.floor(units / 2))], join: onlyPart })
        : undefined,
  };
}

/** One page of a repository's own list. */
export function listingField(name: string, list: List<Row>, after: string | null) {
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
