import { gzipSync } from 'node:zlib';
import { json } from './answer.ts';
import { rewritten, type Failure } from './failures.ts';

// What no GitHub does, but a broken or hostile server may.

/** A body that never ends. */
export function endlessBody(): Failure {
  const answer = () => ({ ...json(200, {}), body: '{"data":{"x":"', wire: 'endless' as const });
  return { name: 'endless body', answer };
}

/** A small compressed body that becomes so many megabytes. */
export function gzipBomb(megabytes: number): Failure {
  const start = Buffer.from('{"data":{"x":"');
  const bytes = gzipSync(Buffer.concat([start, Buffer.alloc(megabytes * 1_000_000, '0')]));
  const answer = () => ({ ...json(200, {}, { 'content-encoding': 'gzip' }), bytes });
  return { name: `gzip bomb of ${megabytes} MB`, answer };
}

/** The true answer without its last byte, then a blank now and then. */
export function drip(): Failure {
  const answer: Failure['answer'] = ({ truth }) => {
    const answered = truth();
    return { ...answered, body: answered.body.slice(0, -1), wire: 'drip' };
  };
  return { name: 'drip', answer };
}

/** Any body, with status 200. */
export function body(text: string): Failure {
  return { name: `body ${text.slice(0, 40)}`, answer: () => ({ ...json(200, {}), body: text }) };
}

/** Each request claims to have cost so many points. */
export function costing(points: number): Failure {
  return rewritten(`cost ${points}`, ({ data }) => {
    if (typeof data !== 'object' || data === null || !('rateLimit' in data)) return;
    data.rateLimit = { ...(data.rateLimit as object), cost: points };
  });
}

/** Every cursor is so many characters long. */
export function longCursors(length: number): Failure {
  return {
    name: `cursors of ${length}`,
    bend: (page) =>
      page.with({
        pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor: 'x'.repeat(length) },
      }),
  };
}

/** Every search counts so many results. */
export function constantCounts(issueCount: number): Failure {
  return rewritten(`always ${issueCount} results`, ({ data }) => {
    for (const value of Object.values<unknown>(data ?? {})) {
      if (typeof value === 'object' && value !== null && 'issueCount' in value) {
        value.issueCount = issueCount;
      }
    }
  });
}

/** No page has more than so many nodes. */
export function smallPages(nodes: number): Failure {
  return { name: `pages of ${nodes}`, bend: (page) => page.shortened(nodes) };
}
