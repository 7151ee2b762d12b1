/** Half-open, in seconds since 1970, with the number of search results inside. */
export interface Range {
  from: number;
  to: number;
  count: number;
}

/** What a search shows at most, silently. */
export const searchCap = 1_000;
/** GitHub's longest page. */
export const longestPage = 100;
/** How often ranges are split only for speed. What exceeds the cap is split down to the second. */
const rounds = 2;
const mostParts = 12;

/**
 * Splits the time between the bounds into ranges of about `size` results each, so that they can be
 * read in parallel, and of at most 1,000 wherever time can be split.
 *
 * @param bounds ascending, in seconds since 1970
 */
export async function ranges(
  bounds: readonly number[],
  size: number,
  countIn: (from: number, to: number) => Promise<number>,
): Promise<Range[]> {
  let pieces = await counted(bounds, countIn);
  for (let round = 1; ; round++) {
    const limit = round < rounds ? size : searchCap;
    const isLarge = ({ from, to, count }: Range) => count > limit && to - from > 1;
    if (!pieces.some(isLarge)) return joined(pieces, size);
    const split = pieces.map(async (piece) => {
      if (!isLarge(piece)) return [piece];
      return counted(divide(piece.from, piece.to, Math.ceil((3 * piece.count) / size)), countIn);
    });
    pieces = (await Promise.all(split)).flat();
  }
}

/** Bounds of equal parts, at least two and not too many; the one bound where there is no time between. */
export function divide(from: number, to: number, parts: number): number[] {
  if (to <= from) return [from];
  const count = Math.min(Math.max(2, parts), mostParts, to - from);
  return Array.from({ length: count + 1 }, (_, index) =>
    Math.round(from + ((to - from) * index) / count),
  );
}

async function counted(
  bounds: readonly number[],
  countIn: (from: number, to: number) => Promise<number>,
): Promise<Range[]> {
  const pairs = bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? to, to }));
  return Promise.all(
    pairs.map(async ({ from, to }) => ({ from, to, count: await countIn(from, to) })),
  );
}

/** Neighbours become one while they are small. Empty ones stay, as parts of others: a count may be wrong. */
function joined(pieces: readonly Range[], size: number): Range[] {
  const result: Range[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last !== undefined && last.count + piece.count <= size) {
      last.to = piece.to;
      last.count += piece.count;
    } else {
      result.push({ ...piece });
    }
  }
  return result;
}
