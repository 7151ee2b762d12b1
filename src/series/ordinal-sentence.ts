import { partsOf } from '../placeholder/placeholders.ts';

/**
 * A text without the sentence that counts the reports, if it begins with it.
 *
 * @param sentence with placeholders, each of which stands for at most 100 characters
 */
export function withoutOrdinal(text: string, sentence: string): string {
  let end = 0;
  for (const words of literalsIn(sentence)) {
    const found = text.indexOf(words, end);
    if (found < 0 || found - end > (end === 0 ? 0 : LONGEST)) return text;
    end = found + words.length;
  }
  return text.slice(end).trimStart();
}

const LONGEST = 100;

/** What is between the placeholders; a blank may be missing where one of them was empty. */
function literalsIn(sentence: string): string[] {
  return partsOf(sentence)
    .filter((part) => typeof part === 'string')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
