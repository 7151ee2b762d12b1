import { oneSlipFrom } from './one-slip.ts';
import { slipCost } from './slip-cost.ts';

/** Correctly spelt words, all in lower case. */
export interface Dictionary {
  has(word: string): boolean;
  /** The English words one slip away, the likeliest first. */
  near(word: string): readonly NearWord[];
  /** Whether it is made of common words, like `readback`, or of one and a part, like `unsets` and `bindfs`. */
  isMade(word: string): boolean;
}

export interface NearWord {
  word: string;
  /** How unlikely it is that this word was meant: how rare the slip is, and how rare the word. */
  cost: number;
  /** The second part of that: 0 for a common word, less for those of every sentence. */
  rarity: number;
}

/** By the digit behind a packed word: from the words of every sentence to those of a few specialists. */
const rarities = [-2, 0, 1, 2, 3];
/** The digit of technical terms, which are known, but no word is compared with them. */
const TERM = 5;
/** That of a word without one: most words are English, and seldom used. */
const SELDOM = 4;

const A = 'A'.charCodeAt(0);
/** Words that begin with the same letters are packed together. */
const PREFIX = 3;

/**
 * A dictionary from the form that `scripts/dictionary.js` packs it in: sorted, a word as a capital, for
 * how many letters it shares with the beginning of the word before (B: one, C: two), its other letters,
 * and a digit. The first word with the same three letters is packed in full, after an A, so a check
 * unpacks only the groups that it needs.
 */
export function unpackDictionary(packed: string): Dictionary {
  const digitOf = finderIn(packed);
  const rarityOf = (word: string) => rarities[digitOf(word) ?? TERM] ?? Infinity;
  const isCommon = (word: string) => rarityOf(word) <= 1;
  // The reports of a series share their names, and to look for words near one takes long.
  const found = new Map<string, readonly NearWord[]>();
  return {
    has: (word) =>
      digitOf(word) !== undefined ||
      forms.some((form) => (digitOf(word.replace(form, '')) ?? 0) >= RARE) ||
      digitOf(word.replace(endingsOfTerms, '')) === TERM,
    near: (word) => {
      const known = found.get(word);
      if (known) return known;
      // `typer` and `systemd` are `type` and `system` with a letter, not slips in `typed` and `systems`.
      const stem = isCommon(word.slice(0, -1)) ? word.slice(0, -1) : null;
      const near: NearWord[] = [];
      for (const other of new Set(oneSlipFrom(word))) {
        if (isWrongAtStart(word, other) || other.slice(0, -1) === stem) continue;
        const rarity = rarityOf(other);
        if (rarity === Infinity) continue;
        const cost = rarity + slipCost(word, other);
        if (cost < Infinity) near.push({ word: other, cost, rarity });
      }
      near.sort((a, b) => a.cost - b.cost);
      found.set(word, near);
      return near;
    },
    isMade: (word) => {
      const rests = [prefixes, endingsOfNames].map((part) => part.exec(word)?.groups?.['rest']);
      return (
        rests.some((rest) => rest !== undefined && isCommon(rest)) || isCompound(word, isCommon)
      );
    },
  };
}

/** Common words are there in all their forms. */
const RARE = 3;
const forms = [/s$/, /es$/, /(?<=.{6})ed$/, /(?<=.{6})ing$/];
const endingsOfTerms = /(?:ed|ing|er|ers)$/;

const LONG = 8;

/** Whether the first letter is wrong, which only a long word can be a slip with. */
function isWrongAtStart(word: string, other: string): boolean {
  if (word.length >= LONG) return false;
  const first = word.charAt(0);
  return word.length === other.length && !other.slice(0, 2).includes(first);
}

const prefixes = /^(?:auto|de|micro|multi|non|over|pre|re|sub|super|un|under)(?<rest>.{4,})$/;
const endingsOfNames = /^(?<rest>.{3,})(?:ctl|db|fs|lib)$/;
/** Shorter parts are rather endings, as `able` is. */
const SHORTEST_PART = 4;

function isCompound(word: string, isCommon: (part: string) => boolean): boolean {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1)
    if (word.slice(at) !== 'able' && isCommon(word.slice(0, at)) && isCommon(word.slice(at)))
      return true;
  return false;
}

function finderIn(packed: string): (word: string) => number | undefined {
  const groups = new Map(packed.split('A').map((group) => [prefixOf(group), group]));
  const unpacked = new Map<string, ReadonlyMap<string, number>>();
  return (word) => {
    const prefix = word.slice(0, PREFIX);
    const known = unpacked.get(prefix);
    if (known) return known.get(word);
    const group = unpack(groups.get(prefix) ?? '');
    unpacked.set(prefix, group);
    return group.get(word);
  };
}

/** Of the first word, which may be shorter. */
function prefixOf(group: string): string {
  return group.slice(0, /[A-Z\d]/.test(group.charAt(PREFIX - 1)) ? PREFIX - 1 : PREFIX);
}

function unpack(group: string): Map<string, number> {
  const words = new Map<string, number>();
  let word = '';
  for (const [, capital = '', rest = '', digit] of `A${group}`.matchAll(/([A-Z])([a-z']*)(\d?)/g)) {
    word = word.slice(0, capital.charCodeAt(0) - A) + rest;
    words.set(word, digit ? Number(digit) : SELDOM);
  }
  return words;
}
