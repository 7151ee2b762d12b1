import type { Span } from './span.ts';
import type { Edit } from './edit.ts';

const TERMINATOR = /\r\n|\n|\r/g;

/** The line ending at an offset: that of its line, else of the line before. */
export function lineEndingAt(text: string, offset: number): string {
  TERMINATOR.lastIndex = offset;
  const next = TERMINATOR.exec(text);
  if (next) return next[0];
  const last = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset));
  if (last < 0) return '\n';
  return text[last] === '\r' ? '\r' : text[last - 1] === '\r' ? '\r\n' : '\n';
}

/** The offset after the blanks at the end of a line; unchanged when other text follows on it. */
export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at === text.length || isTerminator(text[at]) ? at : offset;
}

/** As `endOfLine`, and after the line ending. */
export function nextLine(text: string, offset: number): number {
  const at = endOfLine(text, offset);
  return at + (/^(?:\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0].length ?? 0);
}

/**
 * The lines below the line of one offset down to that of another, with their line endings; at the
 * end of a text without one, with the line ending before them.
 */
export function linesBetween(text: string, above: number | null, last: number): Span {
  const end = nextLine(text, last);
  if (above === null) return { start: 0, end };
  const isWhole = end > endOfLine(text, last);
  return { start: isWhole ? nextLine(text, above) : endOfLine(text, above), end };
}

/** Inserts lines, each with its line ending, below the line of an offset. */
export function insertBelow(
  text: string,
  offset: number,
  lines: readonly string[],
  eol: string,
): Edit {
  const at = nextLine(text, offset);
  const added = lines.join('');
  const isOpen = at > 0 && !isTerminator(text[at - 1]);
  return { start: at, end: at, text: isOpen ? eol + added.slice(0, -eol.length) : added };
}

/** The bullet or number that a list item begins with, with the blanks behind it. */
export function listMarker(item: string): string {
  return /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?![ \t])|[ \t]?)/.exec(item)?.[0] ?? '';
}

/** Whether a text between two others has a blank line. */
export function hasBlankLine(between: string): boolean {
  return (between.match(TERMINATOR)?.length ?? 0) > 1;
}

/** The text of a line before an offset. */
export function linePrefix(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isTerminator(text[start - 1])) start -= 1;
  return text.slice(start, offset);
}

/** The width of a text at the start of a line, in columns, with Markdown's tab stops of four. */
export function columns(text: string): number {
  let column = 0;
  for (const character of text) column += character === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** A text whose lines after the first lose so many columns of indentation; lines end in `\n`. */
export function dedent(text: string, width: number): string {
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
  const stripped = rest.map((line) => {
    const blank = /^[ \t]*/.exec(line)?.[0] ?? '';
    return ' '.repeat(Math.max(0, columns(blank) - width)) + line.slice(blank.length);
  });
  return [first, ...stripped].join('\n').trimEnd();
}

/** The reverse of `dedent`: lines after the first get a prefix, blank ones without trailing blanks. */
export function indent(text: string, prefix: string, eol: string): string {
  const [first = '', ...rest] = text.split('\n');
  const lines = rest.map((line) => (line.trim() === '' ? prefix.trimEnd() : prefix + line));
  return [first, ...lines].join(eol);
}

function isTerminator(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
