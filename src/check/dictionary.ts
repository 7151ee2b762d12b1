import { oneSlipFrom } from './edits.ts';

/** Words that are spelt right, all in lower case. */
export interface Dictionary {
  has(word: string): boolean;
  /** The English words one slip away, the likeliest first. */
  near(word: string): string[];
}

const A = 'A'.charCodeAt(0);

/**
 * A dictionary from the form that `scripts/dictionary.js` packs it in: a line of English words and
 * one of technical terms, sorted. Of a word stands a capital, which tells how many letters it begins
 * with like the word before (A: none, B: one), and its other letters.
 */
export function unpackDictionary(packed: string): Dictionary {
  const [english = '', technical = ''] = packed.split('\n');
  const words = unpack(english);
  const terms = unpack(technical);
  return {
    has: (word) => words.has(word) || terms.has(word),
    near: (word) => [...new Set(oneSlipFrom(word))].filter((other) => words.has(other)),
  };
}

function unpack(line: string): Set<string> {
  const words = new Set<string>();
  let word = '';
  for (const [, capital = '', rest = ''] of line.matchAll(/([A-Z])([a-z']*)/g)) {
    word = word.slice(0, capital.charCodeAt(0) - A) + rest;
    words.add(word);
  }
  return words;
}
