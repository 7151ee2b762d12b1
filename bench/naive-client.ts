import { graphql } from '@octokit/graphql';
import type { Period } from '../src/period/period.ts';

interface Results {
  search: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: { id: string }[];
  };
}

const query = `query Search($text: String!, $after: String) {
  search(type: ISSUE, query: $text, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      ... on PullRequest { id title author { login } mergedAt files(first: 50) { nodes { path additions deletions } } labels(first: 20) { nodes { name } } }
      ... on Issue { id title author { login } closedAt labels(first: 20) { nodes { name } } comments(first: 50) { nodes { createdAt author { login } } } }
    }
  }
}`;

/** What most tools do: search, one page after the other, and believe that it was everything. */
export async function naive(
  endpoint: { graphqlUrl: string; token: string },
  repositories: readonly string[],
  { start, end }: Period,
): Promise<number> {
  const ask = graphql.defaults({
    baseUrl: endpoint.graphqlUrl.replace(/\/graphql$/, ''),
    headers: { authorization: `bearer ${endpoint.token}` },
  });
  const found = new Set<string>();
  for (const repository of repositories) {
    for (const what of ['is:pr is:merged merged', 'is:issue updated']) {
      let after: string | null = null;
      do {
        const text = `repo:${repository} ${what}:${start}..${end}`;
        const { search }: Results = await ask<Results>(query, { text, after });
        for (const { id } of search.nodes) found.add(id);
        after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
      } while (after !== null);
    }
  }
  return found.size;
}
