import { quote } from '../../../markdown/quote.ts';
import { characterName } from '../../text/character-name.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * An invisible character, by its name in Unicode: a no-break space, a zero-width space, a soft hyphen, a control character, a
 * mark that turns the direction of a line. Joiners are fine: Persian words and emoji need them. `--fix`
 * leaves those after a marker of Markdown to marker-space.
 *
 * @example ok
 * ```md
 * A family 👨‍👩‍👧, the sign \u0600 of a number, a flag \u{1F3F4}\u{E0067}\u{E007F}, and `code\u00A0with one`.
 * ```
 * @example not ok
 * ```md
 * The kernel\u00A0was up\u200Bdated.
 *
 * The end\u00A0of it.
 * ```
 * ```text
 * 1:11-1:12: Invisible character `U+00A0 NO-BREAK SPACE`
 * 1:18-1:19: Invisible character `U+200B ZERO WIDTH SPACE`
 * 3:8-3:9: Invisible character `U+00A0 NO-BREAK SPACE`
 * ```
 * ```md fixed
 * The kernel was updated.
 *
 * The end of it.
 * ```
 */
export function* invisibleCharacter({ words }: CheckableReport): Generator<Finding> {
  for (const { 0: character, index: start } of words.matchAll(invisible)) {
    const span = { start, end: start + character.length };
    const subject = characterName(character);
    const text = spaces.has(character) ? ' ' : '';
    yield {
      ...span,
      message: `Invisible character ${quote(subject)}`,
      subject,
      ...(!opensLine(words, start) && { suggestions: [text], fix: { ...span, text } }),
    };
  }
}

const spaces = new Set(['\u00A0', '\u2007', '\u202F']);

// A flag of a part of a country is a black flag and the tags of its letters.
const flag = /(?<!\u{1F3F4}[\u{E0000}-\u{E007F}]*)/u.source;
const needed = /(?!\u200C|\u200D|\s)/u.source;
// Some format characters have a shape: the signs of Arabic numbers.
const shapeless = /(?=\p{Cf})[\p{DI}\uFFF9-\uFFFB]/u.source;
const invisible = new RegExp(
  `${flag}(?:${needed}(?:\\p{Cc}|${shapeless})|[\\u00A0\\u2007\\u202F\\u2028\\u2029])`,
  'gu',
);

/** With a plain space there, the line would become something else. */
function opensLine(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:#*|[-*+>]|\d+[.)])$/.test(line);
}
