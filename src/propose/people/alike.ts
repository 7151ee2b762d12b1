/** Fewer texts are alike by chance. */
const ENOUGH = 5;
/** A person says something else now and then. */
const SHARE = 0.9;
/** Fewer words are anybody's: `lgtm`, `+1`. */
const LEAST_WORDS = 2;

/**
 * Whether a text of the same words as others is all that somebody writes, again and again: but for
 * numbers, versions, hashes, URLs, logins and code.
 */
export function areAlike(texts: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = wordsAlike(text);
    if (words.length >= LEAST_WORDS) {
      const key = words.join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const repeated = [...counts.values()].filter((count) => count >= ENOUGH);
  const all = repeated.reduce((sum, count) => sum + count, 0);
  return all >= ENOUGH && all >= texts.length * SHARE;
}

/** The words of a text that its repetitions have in common. */
function wordsAlike(text: string): string[] {
  const kept = text
    .toLowerCase()
    .replace(/https?:\/\/[^\s)>"]+/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/@[\w-]+/g, ' ')
    .replace(/\b[\da-f]{7,64}\b/g, ' ')
    .split(/\s+/)
    .filter((word) => !/\d/.test(word));
  return kept.join(' ').match(/\p{L}+/gu) ?? [];
}
