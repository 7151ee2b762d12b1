/** A text as a person in an editor sees it: lines, without a tree. */
export type Lines = string[];

/** Where in the text an edit happens, and a unique word. */
export interface Chance {
  at: number;
  to: number;
  word: string;
}

export type Edit = (lines: Lines, chance: Chance) => Lines;

export const ENTRY = /^(?:> )*\s*(?:[-*+]|\d+[.)])\s.*(?:\/(?:pull|issues)\/\d+|\[#\d+\])/;
/** The bullet or number of an item, with the text before it. */
export const BULLET = /^([\s>]*(?:[-*+]|\d+[.)])\s+)/;

/** The lines that look like this, outside code blocks. */
export function indexes(lines: Lines, wanted: RegExp): number[] {
  let isCode = false;
  return lines.flatMap((line, index) => {
    if (/^(?:```|~~~)/.test(line)) isCode = !isCode;
    return !isCode && wanted.test(line) ? [index] : [];
  });
}

export function pick(places: number[], at: number): number | undefined {
  return places[at % places.length];
}

/** Does something to one line that looks like this, if there is one. */
export function change(wanted: RegExp, to: (line: string, chance: Chance) => string | string[]) {
  return (lines: Lines, chance: Chance): Lines => {
    const index = pick(indexes(lines, wanted), chance.at);
    return index === undefined
      ? lines
      : lines.toSpliced(index, 1, ...[to(lines[index] ?? '', chance)].flat());
  };
}

/** Puts lines where a block may begin: at a blank line. */
export function insert(block: (chance: Chance) => string[]) {
  return (lines: Lines, chance: Chance): Lines => {
    const index = pick(indexes(lines, /^$/), chance.at);
    return index === undefined ? lines : lines.toSpliced(index, 0, '', ...block(chance));
  };
}

export function url(kind: string, number: number): string {
  return `https://github.com/linuxkit/linuxkit/${kind}/${number}`;
}

/** The line without its bullet. */
export function contentOf(line: string): string {
  return line.replace(BULLET, '');
}
