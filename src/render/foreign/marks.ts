import { visibleText } from '../../markdown/plain-text.ts';
import type { Span } from '../../markdown/span.ts';
import { unescaped } from '../../markdown/unescape.ts';

/*
 * A template writes marks for foreign text. The report's structure is decided while they are all there
 * is of it, and they mean nothing in Markdown or HTML: each is like a word. A mark that somebody writes
 * into a template can only bring in another text of the same report.
 */

const BEGIN = '\uE000';

/** What is around Markdown from outside of the template. */
const MARKDOWN = ['\uE007', '\uE008'] as const;

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
  /** With marks for foreign texts, and for labels of references. */
  text: string;
  /** In the order of the text. */
  marks: Mark[];
  /** The texts, by the numbers in their marks. */
  texts: readonly string[];
  /** The numbers of those that are the user's own. */
  own: ReadonlySet<number>;
  /** The addresses of labels, by the numbers in their marks. */
  urls: ReadonlyMap<number, string>;
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

/**
 * What a reference is written as, until its definition is known.
 *
 * @param label Markdown without formatting, or the mark of a foreign text
 */
export function markOfReference(label: string, url: string): string {
  return `\uE004${label}\uE005${url}\uE006`;
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

/**
 * Reads what a template has written: without invisible characters, its lines ending in `\n`.
 *
 * @param texts the foreign texts, by the numbers in their marks
 * @param own the numbers of those that are the user's own
 */
export function readMarks(
  written: string,
  texts: readonly string[],
  own: ReadonlySet<number> = new Set(),
): MarkedText {
  const marked = visibleText(written)
    .replaceAll('\r\n', '\n')
    // The parser would make marks of them, which are nowhere in the text.
    .replace(/&#(?:x0*e00[0-8]|0*5734[4-9]|0*5735[0-2]);/gi, '');
  const all = [...texts];
  const urls = new Map<number, string>();
  const places: WrittenPlace[] = [];
  let text = '';
  let end = 0;
  for (const { 0: mark, 1: place, 2: label, 3: url, index } of marked.matchAll(others)) {
    text += marked.slice(end, index);
    end = index + mark.length;
    if (place !== undefined) places.push({ offset: text.length, place: Number(place) });
    if (label === undefined || url === undefined) continue;
    const number = all.push(labelText(label, texts)) - 1;
    urls.set(number, url);
    text += markOf(number);
  }
  text += marked.slice(end);
  const marks = splitAtMarks(text).filter((part) => typeof part !== 'string');
  return { text, marks, texts: all, own, urls, places };
}

/** The marks of places and references. */
const others = /\uE002(\d+)\uE003|\uE004([^\uE004-\uE006]*)\uE005([^\uE004-\uE006]*)\uE006/g;

function labelText(label: string, texts: readonly string[]): string {
  return splitAtMarks(label)
    .map((part) => (typeof part === 'string' ? unescaped(part) : (texts[part.text] ?? '')))
    .join('');
}

/** The place that has written what is at an offset, or the last one before it; null for none. */
export function placeAt({ places }: MarkedText, offset: number): number | null {
  return places.findLast((written) => written.offset <= offset)?.place ?? null;
}

/** The first place that has written something inside a span, or the mark at its start; null for none. */
export function placeIn({ text, places }: MarkedText, { start, end }: Span): number | null {
  const from = text[start] === BEGIN ? start : start + 1;
  return places.find(({ offset }) => offset >= from && offset < end)?.place ?? null;
}

export function markMarkdown(markdown: string): string {
  return markdown === '' ? '' : MARKDOWN.join(markdown);
}

export function withoutMarkdownMarks(text: string): string {
  return text.replaceAll(/[\uE007\uE008]/g, '');
}

/**
 * A text with something else in the place of marked Markdown.
 *
 * @param replace gets it without marks around it
 */
export function replaceMarkdown(text: string, replace: (markdown: string) => string): string {
  const parts: string[] = [];
  let [end, depth] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(/[\uE007\uE008]/g)) {
    const isBeginning = mark === MARKDOWN[0];
    const isOutermost = depth === (isBeginning ? 0 : 1);
    depth = Math.max(0, depth + (isBeginning ? 1 : -1));
    if (!isOutermost) continue;
    const part = text.slice(end, index);
    parts.push(isBeginning ? part : replace(withoutMarkdownMarks(part)));
    end = index + 1;
  }
  return withoutMarkdownMarks([...parts, text.slice(end)].join(''));
}

/** Markdown with the labels of its references alone. */
export function withoutReferenceMarks(markdown: string): string {
  return markdown.replaceAll(/\uE004([^\uE004-\uE006]*)\uE005[^\uE004-\uE006]*\uE006/g, '$1');
}
