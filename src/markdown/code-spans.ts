import type { Span } from './span.ts';

/** A code span with its backticks, and the code in it. */
export interface CodeSpan extends Span {
  code: string;
}

/**
 * The code spans of a line by CommonMark's rules: what is between two runs of backticks of the same
 * length, without one blank at both ends. Unlike in Markdown, a backslash before a backtick is text.
 * Blanks alone are no code.
 */
export function codeSpansIn(line: string): CodeSpan[] {
  const runs = Array.from(line.matchAll(/`+/g), ({ 0: { length }, index }) => ({ length, index }));
  const closings = closingRuns(runs.map(({ length }) => length));
  const spans: CodeSpan[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const opening = runs[at];
    const closing = runs[closings[at] ?? -1];
    if (!opening || !closing) continue;
    at = closings[at] ?? at;
    const code = line.slice(opening.index + opening.length, closing.index);
    if (code.trim() === '') continue;
    spans.push({
      start: opening.index,
      end: closing.index + closing.length,
      code: /^ .* $/s.test(code) ? code.slice(1, -1) : code,
    });
  }
  return spans;
}

/** For each run the index of the next one as long, if any. */
function closingRuns(lengths: readonly number[]): (number | undefined)[] {
  const next = new Map<number, number>();
  return lengths
    .map((length, index): [number, number] => [length, index])
    .toReversed()
    .map(([length, index]) => {
      const closing = next.get(length);
      next.set(length, index);
      return closing;
    })
    .toReversed();
}
