import { codeSpansIn } from './code-spans.ts';
import { formulasIn, isSpecialWord, addressIn } from './github-syntax.ts';
import type { Span } from './span.ts';

/** A part of a text that others wrote; an `address` is a link to itself. */
export interface ForeignPart {
  kind: 'text' | 'code' | 'address';
  text: string;
}

/** As wide as a code span, and no part of a word. */
const MASK = '\uFFFC';

/**
 * The parts of a line that others wrote. Code is what they wrote as code, and every word that GitHub
 * would make a link, a mention, a reference, an emoji or a formula of. All the rest is text, without
 * anything GitHub would find in it.
 *
 * @param hasCode whether balanced backticks are code
 */
export function foreignParts(line: string, hasCode = true): ForeignPart[] {
  const spans = hasCode ? codeSpansIn(line) : [];
  const found = [
    ...spans.map(({ start, end, code }): Found => ({ start, end, kind: 'code', text: code })),
    ...specialWords(masked(line, spans)),
  ];
  const parts: ForeignPart[] = [];
  let at = 0;
  for (const { start, end, kind, text } of found.sort((a, b) => a.start - b.start)) {
    parts.push({ kind: 'text', text: line.slice(at, start) }, { kind, text });
    at = end;
  }
  return [...parts, { kind: 'text' as const, text: line.slice(at) }].filter(
    ({ text }) => text !== '',
  );
}

/** A line without its code, as long as before. */
function masked(line: string, spans: readonly Span[]): string {
  let at = 0;
  const parts = spans.map(({ start, end }) => {
    const before = line.slice(at, start);
    at = end;
    return before + MASK.repeat(end - start);
  });
  return parts.join('') + line.slice(at);
}

interface Found extends ForeignPart, Span {}

function specialWords(line: string): Found[] {
  const formulas = new Set(formulasIn(line));
  return Array.from(line.matchAll(/[!-~]+/g)).flatMap(({ 0: word, index }): Found[] => {
    const hasFormula = Array.from(word.matchAll(/\$/g)).some((dollar) =>
      formulas.has(index + dollar.index),
    );
    if (!hasFormula && !isSpecialWord(word)) return [];
    const isLast = /^(?:\s|$)/.test(line.charAt(index + word.length));
    const address = isLast ? addressIn(word) : null;
    const { start, end } = address ?? withoutPunctuation(word, hasFormula);
    const text = word.slice(start, end);
    return [{ start: index + start, end: index + end, kind: address ? 'address' : 'code', text }];
  });
}

const brackets = [
  ['(', ')'],
  ['[', ']'],
] as const;
const OPENING = /[([{<"',;*~_]/;
const CLOSING = /[)\]}>"',;:.!?*~_]/;

/** Where a word begins and ends without the punctuation around it. */
function withoutPunctuation(word: string, isFormula: boolean): Span {
  const isWhole = (text: string) => isFormula || isSpecialWord(text);
  let start = 0;
  let end = word.length;
  while (OPENING.test(word.charAt(start)) && isWhole(word.slice(start + 1))) start += 1;
  while (CLOSING.test(word.charAt(end - 1)) && isWhole(word.slice(start, end - 1))) end -= 1;
  if (word.slice(start, end).endsWith("'s")) end -= 2;
  // `call(@x)` keeps its last bracket, and `[#1](x)` its first.
  for (const [open, close] of brackets) {
    const inside = word.slice(start, end);
    const opened = inside.split(open).length - inside.split(close).length;
    if (opened > 0 && word.charAt(end) === close) end += 1;
    if (opened < 0 && word.charAt(start - 1) === open) start -= 1;
  }
  return { start, end };
}
