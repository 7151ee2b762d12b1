import type { Dictionary, NearWord } from './dictionary.ts';

/**
 * The words that somebody may have meant by an unknown one, the likeliest alone; none when it is rather
 * a name. The shorter a word, the more names are one slip away from it.
 *
 * @param isUsed whether the report or its series uses the word again and again: as people do with words
 *   of their project, and with slips that are plain to everybody but them
 */
export function correctionsOf(
  word: string,
  dictionary: Dictionary,
  isUsed: () => boolean,
): string[] {
  const near = dictionary.near(word);
  const [best] = near;
  if (!best || best.cost > highestCost(word.length) - (dictionary.isMade(word) ? MADE : 0))
    return [];
  if (!isPlain(word, best) && isUsed()) return [];
  return near.filter(({ cost }) => cost === best.cost).map((correction) => correction.word);
}

const MADE = 2;

function highestCost(length: number): number {
  if (length <= 3) return -1;
  if (length <= 5) return length - 4;
  if (length <= 7) return 2;
  return length <= 11 ? 3 : 4;
}

/** The slip is common, and so is the word, or it is so long that no other is near it: many names are near a short one. */
function isPlain(word: string, { cost, rarity }: NearWord): boolean {
  return cost - rarity <= (word.length <= 3 ? 0 : 1) && (rarity <= 0 || word.length >= 9);
}
