import type { GitHub } from './server.ts';

export interface Reply<Data> {
  status: number;
  headers: Headers;
  data: Data;
  errors?: { type?: string; message: string; path?: (string | number)[] }[];
}

/** One query, as a client would send it; for the tests of the fixture itself. */
export async function ask<Data = unknown>(
  github: GitHub,
  query: string,
  variables: Record<string, unknown> = {},
  {
    authorization = `bearer ${github.token}`,
    signal,
  }: { authorization?: string; signal?: AbortSignal } = {},
): Promise<Reply<Data>> {
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  const body = (await response.json()) as Pick<Reply<Data>, 'data' | 'errors'>;
  return { ...body, status: response.status, headers: response.headers };
}

interface Connection {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** All nodes of a connection that the query calls `list`, page after page, its cursor being `$after`. */
export async function askAll<Node>(
  github: GitHub,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const reply: Reply<{ list: Connection }> = await ask(github, query, { ...variables, after });
    const { list } = reply.data;
    nodes.push(...(list.nodes as Node[]));
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

/** The fields of pull request 1 of acme/app. */
export async function askPullRequest(github: GitHub, selection: string): Promise<unknown> {
  const { data, errors } = await ask<{ repository: { pullRequest: unknown } }>(
    github,
    `{ repository(owner: "acme", name: "app") { pullRequest(number: 1) { ${selection} } } }`,
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.repository.pullRequest;
}
