import type { Span } from '../../markdown/span.ts';

/*
 * The lines around the part of a body that is devreport's. All other text is a person's.
 */

/** @param commit the head of the branch that the part is about; null when it is unknown */
export function beginMarker(commit: string | null): string {
  const about = commit === null ? '' : ` ${commit}`;
  return `<!-- devreport:begin${about} Each run writes anew what is down to devreport:end. Write above or below it. -->`;
}

export const END = '<!-- devreport:end -->';

const beginLine = /^<!-- devreport:begin\b(?: ([\da-f]{40,64})\b)?.*-->$/;
const endLine = /^<!-- devreport:end\b.*-->$/;

/** The part between the markers, with them but without the line ending behind. */
export interface MarkedPart extends Span {
  /** The line ending of its lines. */
  eol: '\n' | '\r\n';
  /** The commit that it is about; null when it names none. */
  commit: string | null;
}

/** Null unless there is one marker for the beginning and one below it for the end: a person changed them. */
export function markedPart(body: string): MarkedPart | null {
  const begins: MarkedPart[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const whole of body.split(/(?<=\n|\r(?!\n))/)) {
    const line = whole.trimEnd();
    // GitHub ends lines with CR LF where a person edited the body.
    const eol = whole.endsWith('\r\n') ? '\r\n' : '\n';
    const begin = beginLine.exec(line);
    if (begin) begins.push({ start: at, end: at, eol, commit: begin[1] ?? null });
    if (endLine.test(line)) ends.push(at + line.length);
    at += whole.length;
  }
  const [begin, end] = [begins[0], ends[0]];
  if (!begin || end === undefined || begins.length + ends.length > 2) return null;
  return end > begin.start ? { ...begin, end } : null;
}
