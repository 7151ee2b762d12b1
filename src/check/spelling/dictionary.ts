import { oneSlipFrom } from './one-slip.ts';

/** Correctly spelt words, all in lower case. */
export interface Dictionary {
  has(word: string): boolean;
  /** The English words one slip away, the likeliest first. */
  near(word: string): string[];
}

const A = 'A'.charCodeAt(0);
/** Words that begin with the same letters are packed together. */
const PREFIX = 3;

/**
 * A dictionary from the form that `scripts/dictionary.js` packs it in: a line of English words and a
 * line of technical terms, sorted. A word is packed as a capital, for how many letters it shares with
 * the beginning of the word before (B: one, C: two), and its other letters. The first word with the
 * same three letters is packed in full, after an A, so a check unpacks only the groups that it needs.
 */
export function unpackDictionary(packed: string): Dictionary {
  const [english = '', technical = ''] = packed.split('\n');
  const words = finderIn(english);
  const terms = finderIn(technical);
  return {
    has: (word) => words(word) || terms(word),
    near: (word) => [...new Set(oneSlipFrom(word))].filter(words),
  };
}

function finderIn(line: string): (word: string) => boolean {
  const packed = new Map(line.split(/(?=A)/).map((group) => [group.slice(1, 1 + PREFIX), group]));
  const unpacked = new Map<string, ReadonlySet<string>>();
  return (word) => {
    const prefix = word.slice(0, PREFIX);
    const known = unpacked.get(prefix);
    if (known) return known.has(word);
    const group = unpack(packed.get(prefix) ?? '');
    unpacked.set(prefix, group);
    return group.has(word);
  };
}

function unpack(group: string): Set<string> {
  const words = new Set<string>();
  let word = '';
  for (const [, capital = '', rest = ''] of group.matchAll(/([A-Z])([a-z']*)/g)) {
    word = word.slice(0, capital.charCodeAt(0) - A) + rest;
    words.add(word);
  }
  return words;
}
