/*
 * A template writes marks for foreign text. The report's structure is decided while they are all there
 * is of it, and they mean nothing in Markdown or HTML: each is like a word. A mark that somebody writes
 * into a template can only bring in another text of the same report.
 */

const BEGIN = '\uE000';
const END = '\uE001';

/** What a mark stands for. */
export interface Mark {
  /** Its offset. */
  start: number;
  /** The index of the text. */
  text: number;
  /** The index of the place in the template that wrote it; null in devreport's own templates. */
  place: number | null;
}

export function markOf(text: number): string {
  return `${BEGIN}${String(text)}${END}`;
}

/** A text with a place in each mark that has none. */
export function withPlace(text: string, place: number): string {
  return text.replaceAll(/(\uE000\d+)(?=\uE001)/g, `$1.${String(place)}`);
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
  for (const match of text.matchAll(/\uE000(\d+)(?:\.(\d+))?\uE001/g)) {
    const [all, index, place] = match;
    parts.push(text.slice(end, match.index), {
      start: match.index,
      text: Number(index),
      place: place === undefined ? null : Number(place),
    });
    end = match.index + all.length;
  }
  return [...parts, text.slice(end)];
}
