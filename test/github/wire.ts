import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, GraphQLRequest } from './answer.ts';
import { operationOf } from './schema.ts';

type Variables = GraphQLRequest['variables'];

/** The token of the `authorization` header, with GitHub's `token` or the standard's `bearer`. */
export function tokenOf({ headers }: IncomingMessage): string | null {
  return /^(?:token|bearer) +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** A request's body, or null when it is not GraphQL over HTTP. */
export function readBody(
  body: string,
): Pick<GraphQLRequest, 'operation' | 'query' | 'variables'> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { query, variables } = parsed as { query?: unknown; variables?: Variables | null };
  if (typeof query !== 'string') return null;
  return { operation: operationOf(query), query, variables: variables ?? {} };
}

/** Writes the answer, or fails to, as it says. */
export function send(response: ServerResponse, { status, headers, body, wire }: Answer): void {
  if (wire === 'hung') return;
  if (wire === 'lost') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (wire === 'cut') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    return;
  }
  response.end(bytes);
}
