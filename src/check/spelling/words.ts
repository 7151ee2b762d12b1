import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { CheckableReport } from '../text/checkable-report.ts';
import type { Span } from '../../markdown/span.ts';

/** A word of running text. */
export interface Word extends Span {
  text: string;
  /** In lower case, without the ending of a possessive. */
  key: string;
  /** Whether it is a name, by its capital and its place in the sentence. */
  isName: boolean;
}

/**
 * The words of a report that a dictionary may have: none joined to digits, dots, slashes and the like,
 * none with capitals inside or letters beyond English, none that the report also has in code.
 */
export function wordsOf({ words: text, root, containers, sections }: CheckableReport): Word[] {
  const code = wordsInCode(root);
  const headings = new Set(sections.flatMap(({ heading }) => heading?.start ?? []));
  return containers.flatMap(({ start, end }) => {
    const found = wordsIn(text.slice(start, end)).filter(({ key }) => !code.has(key));
    return found.map((word) => ({
      ...word,
      start: start + word.start,
      end: start + word.end,
      isName: word.isName && !headings.has(start),
    }));
  });
}

function wordsInCode(root: Root): Set<string> {
  const code = new Set<string>();
  visit(root, (node) => {
    if (node.type !== 'inlineCode' && node.type !== 'code') return;
    for (const [word] of node.value.matchAll(/[a-z]{3,}/gi)) code.add(word.toLowerCase());
  });
  return code;
}

function wordsIn(text: string): Word[] {
  const found: Word[] = [];
  const opening = text.search(/[^\W_]/);
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    const from = index + (/^[^\p{L}\p{N}@#/\\.]+/u.exec(chunk)?.[0].length ?? 0);
    const core = text
      .slice(from, index + chunk.length)
      .replace(/(?<=[\p{L}\p{N}/\\])[^\p{L}\p{N}/\\]+$/u, '');
    if (!/^[A-Za-z'’]+(?:[-–—][A-Za-z'’]+)*$/.test(core)) continue;
    for (const { 0: part, index: at } of core.matchAll(/[A-Za-z'’]+/g)) {
      const word = part.replace(/['’]s?$/, '');
      if (!/^[A-Za-z][a-z'’]{2,29}$/.test(word)) continue;
      const start = from + at;
      const span = { start, end: start + word.length };
      const key = word.toLowerCase().replaceAll('’', "'");
      found.push({ ...span, text: word, key, isName: isName(text, span, opening) });
    }
  }
  return found;
}

/** A capital inside a sentence, or before a person or another capital at its start; the text opens one. */
function isName(text: string, { start, end }: Span, opening: number): boolean {
  if (!/^[A-Z]/.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const opensSentence = /(?:[.!?:]["')\]]*\s+|\*\*)$/.test(before) || opening >= start;
  return !opensSentence || /^['’s]*\s+\(?[A-Z@]/.test(text.slice(end, end + 8));
}
