import { hasEmoji } from './emoji.ts';
import type { Span } from './span.ts';

/*
 * What GitHub finds in a text after it has parsed the Markdown, whatever is escaped there; code is
 * left alone. Where its rules are not published, these find more rather than less.
 */

// `@v4` too: GitHub knows only which logins exist. But not `@1.4.3`, nor what follows a word.
const MENTION = /(?<!\w)@[a-z\d][\w-]*(?!\w|\.\d)/i;
const REFERENCE = /(?<!\w)(?:#|gh-)\d+(?!\w)|\/[\w.-]+#\d+(?!\w)/i;
// A domain ends with a letter, so that `cc@1.4.3` is no address.
const EMAIL = /[\w.+-]@[\w-]+\.[\w.-]*[a-z](?![\w-]|\.[a-z\d])/i;
const WEB = /(?:https?|ftp):\/\/|(?<![a-z\d])www\./i;
/** An item of GitHub, also without `https://`: devreport would take it for one that an entry is about. */
const ITEM = /\/(?:pulls?|issues?|discussions)\/\d/i;

/** Whether GitHub makes a link, a mention, a reference or an emoji of something in a word. */
export function isSpecialWord(word: string): boolean {
  return (
    /[@#:]|gh-|www\.|\/\d/i.test(word) &&
    (isAddress(word) ||
      [MENTION, REFERENCE, ITEM].some((expression) => expression.test(word)) ||
      hasEmoji(word))
  );
}

/** Whether something in a word is a link already when the Markdown is parsed. */
export function isAddress(word: string): boolean {
  return WEB.test(word) || EMAIL.test(word);
}

/**
 * The offsets where GitHub may begin a formula: a `$` before which no word ends, with another one
 * behind it that can end the formula.
 */
export function formulasIn(text: string): number[] {
  const last = Array.from(text.matchAll(/(?<=\S)\$(?!\w)/g)).at(-1)?.index ?? -1;
  return Array.from(text.matchAll(/(?<!\w)\$(?=\S)/g))
    .map(({ index }) => index)
    .filter((index) => index < last);
}

const PLAIN_ADDRESS =
  /https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d{1,5})?(?:[/?#][\w\-./~%+=?&#:,@]*)?(?<![?.,:_~])/;
const ONLY_ADDRESS = new RegExp(`^${PLAIN_ADDRESS.source}$`, 'i');
const WORD_WITH_ADDRESS = new RegExp(`^([("']*)(${PLAIN_ADDRESS.source})[.,:?!)'"]*$`, 'i');
const PROFILE = /^https?:\/\/(?:www\.)?github\.com\/[\w-]+\/?$/i;

/** Whether an address is one from its first to its last character, whoever parses the Markdown. */
export function isPlainAddress(text: string): boolean {
  return ONLY_ADDRESS.test(text);
}

/**
 * Where in a word an address is, and nothing else but punctuation around it. Null for any other word,
 * and for GitHub's addresses of people and items, which a report credits or is about.
 */
export function addressIn(word: string): Span | null {
  const [, before = '', address = ''] = WORD_WITH_ADDRESS.exec(word) ?? [];
  if (address === '' || ITEM.test(address) || PROFILE.test(address)) return null;
  return { start: before.length, end: before.length + address.length };
}
