import { listing } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';

/**
 * Characters that nobody sees: no-break spaces, zero-width spaces, soft hyphens, controls, marks that
 * turn the direction of a line. Joiners, which Persian words and emoji need, are none of them.
 * Behind a marker of Markdown marker-space speaks of them.
 *
 * @example ok
 * ```md
 * A family 👨‍👩‍👧, a flag \u{1F3F4}\u{E0067}\u{E007F}, and `code\u00A0with one`.
 * ```
 * @example not ok
 * ```md
 * The kernel\u00A0was up\u200Bdated.
 *
 * The end\u00A0of it.
 * ```
 * ```text
 * 1:11-1:12: 3 invisible characters: U+00A0, U+200B (lines 1 and 3).
 * ```
 * ```md fixed
 * The kernel was updated.
 *
 * The end of it.
 * ```
 */
export function* invisibleCharacter(
  { words }: CheckableReport,
  _context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const found = [...words.matchAll(invisible)].filter(({ index, 0: { length } }) =>
    isEnabled({ start: index, end: index + length }),
  );
  const [first] = found;
  if (!first) return;
  const codes = [...new Set(found.map(([character]) => codeOf(character)))].sort();
  const fix = found
    .filter(({ index }) => !opensLine(words, index))
    .map(({ 0: character, index }): Edit => {
      const text = spaces.has(character) ? ' ' : '';
      return { start: index, end: index + character.length, text };
    });
  yield {
    start: first.index,
    end: first.index + first[0].length,
    message: `${found.length === 1 ? '1 invisible character' : `${found.length} invisible characters`}: ${codes.join(', ')}${linesOf(words, found)}.`,
    ...(fix.length > 0 && { fix }),
  };
}

const spaces = new Set(['\u00A0', '\u2007', '\u202F']);

// A flag of a part of a country is a black flag and the tags of its letters.
const flag = /(?<!\u{1F3F4}[\u{E0000}-\u{E007F}]*)/u.source;
const needed = /(?!\u200C|\u200D|\s)/u.source;
const invisible = new RegExp(
  `${flag}(?:${needed}[\\p{Cc}\\p{Cf}]|[\\u00A0\\u2007\\u202F\\u2028\\u2029])`,
  'gu',
);

/** Which lines they are on, if on more than one. */
function linesOf(text: string, found: readonly RegExpExecArray[]): string {
  const lines = found.map(({ index }) => text.slice(0, index).split('\n').length);
  const distinct = [...new Set(lines)].map(String);
  return distinct.length > 1 ? ` (lines ${listing(distinct)})` : '';
}

/** With a plain space there, the line would become something else. */
function opensLine(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:#*|[-*+>]|\d+[.)])$/.test(line);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
