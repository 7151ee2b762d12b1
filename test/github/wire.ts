import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setInterval as every } from 'node:timers/promises';
import type { Answer, GraphQLRequest } from './answer.ts';
import { mutationsOf, operationOf } from './schema.ts';

type Variables = GraphQLRequest['variables'];

/** The token of the `authorization` header, with GitHub's `token` or the standard's `bearer`. */
export function tokenOf({ headers }: IncomingMessage): string | null {
  return /^(?:token|bearer) +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** A request's body, or null when it is not GraphQL over HTTP. */
export function readBody(
  body: string,
): Pick<GraphQLRequest, 'operation' | 'query' | 'variables' | 'mutations'> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { query, variables } = parsed as { query?: unknown; variables?: Variables | null };
  if (typeof query !== 'string') return null;
  const mutations = mutationsOf(query);
  return { operation: operationOf(query), query, variables: variables ?? {}, mutations };
}

/** Writes the answer, or fails to, as it says. */
export function send(response: ServerResponse, answer: Answer): void {
  const { status, headers, body, wire } = answer;
  if (wire === 'hung') return;
  if (wire === 'lost') {
    response.destroy();
    return;
  }
  if (wire === 'endless' || wire === 'drip') {
    response.writeHead(status, headers);
    response.write(body);
    const stream = Readable.from(wire === 'endless' ? zeros() : blanks());
    response.once('close', () => stream.destroy());
    stream.pipe(response);
    return;
  }
  const bytes = answer.bytes ?? Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (wire === 'cut') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    return;
  }
  response.end(bytes);
}

function* zeros(): Generator<Buffer> {
  const chunk = Buffer.alloc(65_536, '0');
  for (;;) yield chunk;
}

async function* blanks(): AsyncGenerator<string> {
  for await (const blank of every(1_000, ' ', { ref: false })) yield blank;
}
