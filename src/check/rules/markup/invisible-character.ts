import { quote } from '../../../markdown/quote.ts';
import { characterName } from '../../text/character-name.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * An invisible character, by its name in Unicode: a no-break space, a zero-width space, a soft hyphen, a control character, a
 * mark that turns the direction of a line. Joiners are fine: Persian words and emoji need them. So are
 * those that are meant: a zero-width space after an @, which notifies nobody, a no-break one between a
 * number and its unit, and places where a name like `GetCurrentPosition` may break. `--fix` leaves those
 * after a marker of Markdown to marker-space.
 *
 * @example ok
 * ```md
 * By @\u200Brneugeba, 2\u00A0MB smaller, in get\u00ADCurrent\u200BPosition and dom\u00AD_worklet.
 *
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
  const opensLine = openingFinder(words);
  // Who breaks names at their parts knows of soft hyphens.
  const hyphenates = words.includes(SOFT_HYPHEN) && ofName.test(words);
  for (const { 0: character, 1: found, index: start } of words.matchAll(flagOrInvisible)) {
    if (found === undefined || (hyphenates && character === SOFT_HYPHEN)) continue;
    const span = { start, end: start + character.length };
    const subject = characterName(character);
    const text = spaces.has(character) ? ' ' : '';
    yield {
      ...span,
      message: `Invisible character ${quote(subject)}`,
      subject,
      ...(!opensLine(start) && { suggestions: [text], fix: { ...span, text } }),
    };
  }
}

const SOFT_HYPHEN = '\u00AD';
const spaces = new Set(['\u00A0', '\u2007', '\u202F']);

// A flag of a part of a country is a black flag and the tags of its letters.
const flag = /\u{1F3F4}[\u{E0000}-\u{E007F}]*/u.source;
const needed = /(?!\u200C|\u200D|\s)/u.source;
// Some format characters have a shape: the signs of Arabic numbers.
const shapeless = /(?=\p{Cf})[\p{DI}\uFFF9-\uFFFB]/u.source;
// In a name, where a part of it begins or ends.
const ofName =
  /(?<=[\p{L}\d_.:/])[\u00AD\u200B](?=\\?[\p{Lu}_.:/\d])|(?<=[_.:/])[\u00AD\u200B](?=[\p{L}\d])/u;
// Nobody is notified, a unit stays with its number, a name may break.
const meant = [
  /(?<=[@#])[\u200B\u2060]/u,
  /(?<=\d)[\u00A0\u2007\u202F](?=[\p{L}\d%°])/u,
  ofName,
].map(({ source }) => source);
const flagOrInvisible = new RegExp(
  `${[flag, ...meant].join('|')}|(${needed}(?:\\p{Cc}|${shapeless})|[\\u00A0\\u2007\\u202F\\u2028\\u2029])`,
  'gu',
);

/**
 * Whether an offset is where a plain space would make something else of its line. Each offset is
 * behind those asked for before: a line is looked at once.
 */
function openingFinder(text: string): (at: number) => boolean {
  let line = { end: -1, blanks: 0, marker: 0 };
  return (at) => {
    if (at > line.end) {
      opening.lastIndex = text.lastIndexOf('\n', at - 1) + 1;
      const [found = '', blanks = ''] = opening.exec(text) ?? [];
      const start = opening.lastIndex - found.length;
      const end = text.indexOf('\n', at);
      line = {
        end: end < 0 ? text.length : end,
        blanks: start + blanks.length,
        marker: start + found.length,
      };
    }
    return at <= line.blanks || at === line.marker;
  };
}

const opening = /([^\S\n]*)(?:#+|[-*+>]|\d+[.)])?/y;
