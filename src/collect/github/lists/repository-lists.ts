import { listedItem, type ItemDates } from '../facts/item-dates.ts';
import type { List } from '../facts/list.ts';
import type { Operation } from '../request/field.ts';
import { pageField, type ListOwner } from './page-field.ts';

/** A repository's own pull requests or issues: unlike search, neither late nor capped. */
export function repositoryList(
  connection: 'pullRequests' | 'issues',
  orderBy: 'UPDATED_AT' | 'CREATED_AT',
  direction: 'ASC' | 'DESC',
): List<ItemDates> {
  return {
    field: connection,
    arguments: `orderBy: { field: ${orderBy}, direction: ${direction} }`,
    first: 50,
    node: listedItem,
    key: ({ id }) => id,
  };
}

/** One page of a repository's own list. */
export function repositoryListField(
  repository: string,
  list: List<ItemDates>,
  after: string | null,
) {
  return pageField(repositoryOwner(repository, 'Listing'), list, after);
}

/** A repository as the owner of lists. */
export function repositoryOwner(repository: string, operation: Operation): ListOwner {
  const [owner = '', name = ''] = repository.split('/');
  return {
    operation,
    text: (selection) => `repository(owner: $owner, name: $name) { ${selection} }`,
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: name },
    },
  };
}
