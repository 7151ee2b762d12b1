/** Half-open, in seconds since 1970, with the number of search results inside. */
export interface TimeRange {
  from: number;
  to: number;
  count: number;
}

/** How many results a search shows at most, without an error. */
export const searchCap = 1_000;
/** GitHub's longest page. */
export const longestPage = 100;
/** How often ranges are split for speed alone. Those beyond the cap are split down to the second. */
const splitsForSpeed = 1;
const mostParts = 12;

/**
 * Splits the time between the bounds into ranges of about `size` results each, to be read side by
 * side, and of at most 1,000 wherever time can be split. Stops where the parts count far more results
 * than all of them together: such counts lead nowhere.
 *
 * @param bounds ascending, in seconds since 1970
 * @param count of the results between the first and the last bound
 */
export async function splitIntoRanges(
  bounds: readonly number[],
  count: number,
  size: number,
  countIn: (from: number, to: number) => Promise<number>,
): Promise<TimeRange[]> {
  let ranges = await counted(bounds, countIn);
  let whole = { from: bounds[0] ?? 0, to: bounds.at(-1) ?? 0, count };
  if (!addsUp(ranges, whole)) {
    // The first count may have been too low.
    whole = { ...whole, count: await countIn(whole.from, whole.to) };
    if (!addsUp(ranges, whole)) return [whole];
  }
  for (let splits = 0; ; splits++) {
    const limit = splits < splitsForSpeed ? size : searchCap;
    const isLarge = ({ from, to, count }: TimeRange) => count > limit && to - from > 1;
    if (!ranges.some(isLarge)) return joined(ranges, size);
    const split = ranges.map(async (range) => {
      if (!isLarge(range)) return [range];
      return counted(
        divideTime(range.from, range.to, Math.ceil((3 * range.count) / size)),
        countIn,
      );
    });
    const smaller = (await Promise.all(split)).flat();
    if (!addsUp(smaller, whole)) return joined(ranges, size);
    ranges = smaller;
  }
}

/** Whether the parts count about as much as the whole. Counts change, and some are a little wrong. */
function addsUp(parts: readonly TimeRange[], { count }: TimeRange): boolean {
  return parts.reduce((sum, part) => sum + part.count, 0) <= 2 * count + longestPage;
}

/** Bounds of equal parts: at least two parts, and not too many. Without time between, one bound. */
export function divideTime(from: number, to: number, parts: number, most = mostParts): number[] {
  if (to <= from) return [from];
  const count = Math.min(Math.max(2, parts), most, to - from);
  return Array.from({ length: count + 1 }, (_, index) =>
    Math.round(from + ((to - from) * index) / count),
  );
}

async function counted(
  bounds: readonly number[],
  countIn: (from: number, to: number) => Promise<number>,
): Promise<TimeRange[]> {
  const pairs = bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? to, to }));
  return Promise.all(
    pairs.map(async ({ from, to }) => ({ from, to, count: await countIn(from, to) })),
  );
}

/** Joins small neighbours. Empty ranges become parts of others, because a count may be wrong. */
function joined(ranges: readonly TimeRange[], size: number): TimeRange[] {
  const result: TimeRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last !== undefined && last.count + range.count <= size) {
      last.to = range.to;
      last.count += range.count;
    } else {
      result.push({ ...range });
    }
  }
  return result;
}
