import * as v from 'valibot';
import { pageInfo, readListPage, type ListPage } from '../../facts/list.ts';
import { count } from '../../facts/scalars.ts';
import type { Failure } from '../../request/failures/failure.ts';
import { onlyPart, type Field } from '../../request/field.ts';
import { fitInto, unitsPerItem, type ItemQuery } from '../one-by-one/item-query.ts';
import { longestPage } from './ranges.ts';

/** Which page of which search. */
export interface ResultsRequest {
  /** The search with its sort order: without one, pages overlap and lack results. */
  text: string;
  after: string | null;
  /** Results on the page. */
  first: number;
}

/** A page of results, and how many results GitHub counts on all pages. */
export interface SearchResults<T> extends ListPage<T> {
  issueCount: number;
}

const counted = v.object({ issueCount: count });

export function resultsField<T>(
  query: ItemQuery<T>,
  { text, after, first }: ResultsRequest,
): Field<SearchResults<T> | Failure> {
  const { type, operation, fragment } = query;
  const node = v.pipe(
    v.looseObject({ __typename: v.string() }),
    v.transform((value) => (value.__typename === type ? fragment.read(value) : null)),
  );
  const split = (units: number) => {
    const { fragment: lighter, size } = fitInto(fragment, units);
    const fewer = { text, after, first: Math.min(first, size) };
    return { fields: [resultsField({ ...query, fragment: lighter }, fewer)], join: onlyPart };
  };
  return {
    operation,
    text:
      'search(type: ISSUE, query: $text, first: $first, after: $after) ' +
      `{ issueCount ${pageInfo} nodes { __typename ...${fragment.name} } }`,
    fragments: [fragment.definition],
    variables: {
      text: { type: 'String!', value: text },
      first: { type: 'Int!', value: first },
      after: { type: 'String', value: after },
    },
    units: first * unitsPerItem(fragment),
    // The last pages of several ranges fill a request together.
    deferrable: after !== null && first < longestPage,
    read: (value) => ({ ...readListPage(node, value), ...v.parse(counted, value) }),
    split: first > 1 || fragment.slim ? split : undefined,
    unanswered: (failure) => failure,
  };
}
