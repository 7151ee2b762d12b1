import type { Spellings } from './heading.ts';

/** Words as people write them: not parts of paths or of names in code, and not what a title begins with. */
const WORD = /(?<![\p{L}\p{N}_/.@#-])\p{L}[\p{L}\p{N}]*(?![\p{L}\p{N}_/:(=-])/gu;
const LEAST = 2;
/** The share of a word's occurrences that must be spelt so; others are often commands or folders. */
const LEAST_SHARE = 1 / 3;

/** The words of titles that are mostly written with capitals inside: `AWS`, `RuboCop`, `IPv6`. */
export function spellingsIn(titles: readonly string[]): Spellings {
  const found = new Map<string, Map<string, number>>();
  for (const [word] of titles.flatMap((title) => [...title.matchAll(WORD)])) {
    const spelt = found.get(word.toLowerCase()) ?? new Map<string, number>();
    found.set(word.toLowerCase(), spelt.set(word, (spelt.get(word) ?? 0) + 1));
  }
  return new Map(
    [...found].flatMap(([lower, spelt]): [string, string][] => {
      const all = [...spelt.values()].reduce((sum, count) => sum + count, 0);
      const [best, count = 0] =
        [...spelt]
          .filter(([word]) => word.slice(1) !== lower.slice(1))
          .toSorted(([, a], [, b]) => b - a)[0] ?? [];
      return best !== undefined && count >= Math.max(LEAST, all * LEAST_SHARE)
        ? [[lower, best]]
        : [];
    }),
  );
}
