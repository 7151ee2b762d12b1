import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListPage } from '../../../../src/collect/github/facts/list.ts';
import { readPages } from '../../../../src/collect/github/lists/read-pages.ts';
import { runs } from '../../../support/runs.ts';

const key = String;

/** A list of so many numbers, in pages with the index as cursor. */
function pagesOf(length: number, size: number) {
  return (after: string | null): Promise<ListPage<number>> => {
    const start = after === null ? 0 : Number(after);
    const end = Math.min(length, start + size);
    const nodes = Array.from({ length: end - start }, (_, index) => start + index);
    return Promise.resolve({ nodes, holes: 0, hasNextPage: end < length, endCursor: String(end) });
  };
}

test('reads a list of any length, in pages of any size, to its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(300), fc.integer({ min: 1, max: 100 }), async (length, size) => {
      const { nodes, complete } = await readPages(pagesOf(length, size), { key });
      expect(nodes).toEqual(Array.from({ length }, (_, index) => index));
      expect(complete).toBe(true);
    }),
    runs(100),
  );
});

test('terminates on any pages, with each node once', async () => {
  const page = fc.record({
    nodes: fc.array(fc.nat(20), { maxLength: 5 }),
    holes: fc.nat(1),
    hasNextPage: fc.boolean(),
    endCursor: fc.option(fc.nat(5).map(String)),
  });
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(page), async (pages) => {
      const { nodes } = await readPages<number>(() => Promise.resolve(pages.next().value), { key });
      expect(new Set(nodes).size).toBe(nodes.length);
    }),
    runs(100),
  );
});

test('asks again for a page that can’t be right', async () => {
  const right = pagesOf(10, 5);
  const asked: (string | null)[] = [];
  const { nodes, complete } = await readPages(
    async (after) => {
      asked.push(after);
      const page = await right(after);
      return asked.length === 1 ? { ...page, endCursor: null } : page;
    },
    { key },
  );
  expect(asked).toEqual([null, null, '5']);
  expect([nodes.length, complete]).toEqual([10, true]);
});

test('gives up on endless pages without new nodes', async () => {
  let cursor = 0;
  const { complete } = await readPages<number>(
    () => Promise.resolve({ nodes: [1], holes: 0, hasNextPage: true, endCursor: String(cursor++) }),
    { key },
  );
  expect(complete).toBe(false);
  expect(cursor).toBeLessThan(10);
});

test('stops at the last page that matters', async () => {
  const isLast = (page: readonly number[]) => page.includes(12);
  const { nodes, complete } = await readPages(pagesOf(100, 10), { key, isLast });
  expect([nodes.length, complete]).toEqual([20, true]);
});
