import type { CheckableReport } from '../text/checkable-report.ts';
import type { Span } from '../../markdown/span.ts';

/** A word of running text. */
export interface Word extends Span {
  text: string;
  /** In lower case, without the ending of a possessive. */
  key: string;
  /** Whether it is a name, by its capital and its place in the sentence. */
  isName: boolean;
  /** What hyphens join to it, in lower case. */
  joined: string[];
}

/**
 * The words of a report that a dictionary may have: none joined to digits, dots, slashes and the like,
 * none with capitals inside or letters beyond English.
 */
export function wordsOf({ text, words, containers, sections }: CheckableReport): Word[] {
  const headings = new Set(sections.flatMap(({ heading }) => heading?.start ?? []));
  const found: Word[] = [];
  for (const { start, end } of containers)
    addWords(words.slice(start, end), start, headings.has(start), found);
  // Not the rest of a word that has code in it.
  return found.filter(({ start, end }) => text[start - 1] !== '`' && text[end] !== '`');
}

/** @param offset that of the text */
function addWords(text: string, offset: number, isHeading: boolean, found: Word[]): void {
  const opening = text.search(/[^\W_]/);
  const add = (word: string, at: number, joined: string[]): void => {
    const isNamed = !isHeading && isName(text, { start: at, end: at + word.length }, opening);
    const start = offset + at;
    const end = start + word.length;
    found.push({ start, end, text: word, key: keyOf(word), isName: isNamed, joined });
  };
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    const [, before = '', core] = chunkOfLetters.exec(chunk) ?? [];
    // A title that was cut off.
    if (core === undefined || /(?:…|\.{3})$/.test(chunk)) continue;
    if (!/^[A-Za-z'’]+(?:[-–—][A-Za-z'’]+)*$/.test(core)) continue;
    const from = index + before.length;
    const parts = [...core.matchAll(/[A-Za-z'’]+/g)];
    for (const part of parts) {
      const word = part[0].replace(/['’]s?$/, '');
      // Not `cd'ing`.
      if (!/^[A-Za-z](?:[a-z]|['’](?=[a-z]{1,2}$)){2,29}$/.test(word)) continue;
      const joined = parts.filter((other) => other !== part).map((other) => keyOf(other[0]));
      add(word, from + part.index, joined);
    }
  }
}

/** Nothing but letters, apostrophes and dashes, up to the punctuation around them. */
const chunkOfLetters =
  /^([^\p{L}\p{N}@#/\\.]*)([A-Za-z](?:[A-Za-z'’–—-]*[A-Za-z])?)[^\p{L}\p{N}/\\]*$/u;

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** A capital inside a sentence, or before a person or another capital at its start; the text opens one. */
function isName(text: string, { start, end }: Span, opening: number): boolean {
  if (!/^[A-Z]/.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const opensSentence =
    /(?:^\s*|[.!?:]["')\]*_]{0,4}\s+)[*_[("']{0,4}$/.test(before) || opening >= start;
  return !opensSentence || /^['’s]*\s+\(?[A-Z@]/.test(text.slice(end, end + 8));
}
