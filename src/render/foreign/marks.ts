import { visibleText } from '../../markdown/plain-text.ts';

/*
 * A template writes marks for foreign text. The report's structure is decided while they are all there
 * is of it, and they mean nothing in Markdown or HTML: each is like a word. A mark that somebody writes
 * into a template can only bring in another text of the same report.
 */

const BEGIN = '\uE000';

/** A mark in a text. */
export interface Mark {
  start: number;
  end: number;
  /** The index of the text that it stands for. */
  text: number;
}

/** Where a place in a template has written a value. */
export interface WrittenPlace {
  offset: number;
  /** The index of the place. */
  place: number;
}

/** What a template has written. */
export interface MarkedText {
  /** With marks for foreign texts. */
  text: string;
  /** In the order of the text. */
  marks: Mark[];
  /** In the order of the text; none in devreport's own templates. */
  places: WrittenPlace[];
}

export function markOf(text: number): string {
  return `${BEGIN}${String(text)}\uE001`;
}

/** What comes before a value that a place in a template writes. */
export function markOfPlace(place: number): string {
  return `\uE002${String(place)}\uE003`;
}

export function hasMark(text: string): boolean {
  return text.includes(BEGIN);
}

/** A text up to its first mark. */
export function beforeMarks(text: string): string {
  return text.split(BEGIN, 1)[0] ?? '';
}

/** A text as its parts in order: what is between the marks, and the marks. */
export function splitAtMarks(text: string): (string | Mark)[] {
  const parts: (string | Mark)[] = [];
  let end = 0;
  for (const { 0: mark, 1: index, index: start } of text.matchAll(/\uE000(\d+)\uE001/g)) {
    parts.push(text.slice(end, start));
    end = start + mark.length;
    parts.push({ start, end, text: Number(index) });
  }
  return [...parts, text.slice(end)];
}

/** Reads what a template has written: without invisible characters, its lines ending in `\n`. */
export function readMarks(written: string): MarkedText {
  const marked = visibleText(written)
    .replaceAll('\r\n', '\n')
    // The parser would make marks of them, which are nowhere in the text.
    .replace(/&#(?:x0*e00[0-3]|0*5734[4-7]);/gi, '');
  const places: WrittenPlace[] = [];
  let text = '';
  let end = 0;
  for (const { 0: mark, 1: place, index } of marked.matchAll(/\uE002(\d+)\uE003/g)) {
    text += marked.slice(end, index);
    end = index + mark.length;
    places.push({ offset: text.length, place: Number(place) });
  }
  text += marked.slice(end);
  const marks = splitAtMarks(text).filter((part) => typeof part !== 'string');
  return { text, marks, places };
}

/** The place that has written what is at an offset, or the last one before it; null for none. */
export function placeAt(places: readonly WrittenPlace[], offset: number): number | null {
  return places.findLast((written) => written.offset <= offset)?.place ?? null;
}
