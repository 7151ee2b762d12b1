import * as v from 'valibot';
import { fieldsOf, mapped, nullable, object, scalar, schemaOf } from '../facts/fact.ts';
import type { ItemDates } from '../facts/item-dates.ts';
import { pageOf, type ListPage } from '../facts/list.ts';
import { dateTime, shortText } from '../facts/scalars.ts';
import { Failure } from '../request/failures/failure.ts';
import { onlyPart, type Field } from '../request/field.ts';
import { repositoryList } from '../lists/repository-lists.ts';
import { repositoryNameValue } from '../../../snapshot/values.ts';

const lists = {
  pullRequests: repositoryList('pullRequests', 'UPDATED_AT', 'DESC'),
  issues: repositoryList('issues', 'UPDATED_AT', 'DESC'),
};

const repositoryFacts = {
  /** As GitHub has it now. */
  nameWithOwner: scalar(repositoryNameValue),
  createdAt: scalar(dateTime),
  /** Null when the repository is empty, or the token may not see its contents. */
  defaultBranch: {
    field: 'defaultBranchRef',
    ...mapped(nullable(object({ name: scalar(shortText) })), (ref) => ref?.name ?? null),
  },
  isEmpty: scalar(v.boolean()),
  hasIssues: { field: 'hasIssuesEnabled', ...scalar(v.boolean()) },
};

/** The first look at a repository: its name, and its items, those updated last first. */
export interface Survey extends v.InferOutput<ReturnType<typeof schemaOf<typeof repositoryFacts>>> {
  pullRequests: ListPage<ItemDates>;
  issues: ListPage<ItemDates>;
}

/** A list that wasn't asked for. */
const unknownPage: ListPage<ItemDates> = {
  nodes: [],
  holes: 1,
  hasNextPage: true,
  endCursor: null,
};

/**
 * @param rows of each list; with none, only the repository's own facts
 * @throws {Failure} `not-found` or `forbidden`
 */
export function surveyField(repository: string, rows = lists.issues.first): Field<Survey> {
  const [owner = '', name = ''] = repository.split('/');
  const pages = {
    pullRequests: pageOf(lists.pullRequests, `first: ${rows}`),
    issues: pageOf(lists.issues, `first: ${rows}`),
  };
  const selected = fieldsOf(rows > 0 ? { ...repositoryFacts, ...pages } : repositoryFacts);
  return {
    operation: 'Survey',
    text: `repository(owner: $owner, name: $name, followRenames: true) { ${selected} }`,
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: name },
    },
    units: Math.max(1, 2 * rows),
    read(value) {
      if (value === null) throw new Failure('not-found', repository);
      if (rows > 0) return v.parse(schemaOf({ ...repositoryFacts, ...pages }), value);
      const facts = v.parse(schemaOf(repositoryFacts), value);
      return { ...facts, pullRequests: unknownPage, issues: unknownPage };
    },
    split:
      rows > 0
        ? (units) => ({ fields: [surveyField(repository, Math.floor(units / 2))], join: onlyPart })
        : undefined,
  };
}
