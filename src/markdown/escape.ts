import { plainText } from './plain-text.ts';

/**
 * Foreign text as Markdown that shows exactly that text, anywhere on a line.
 *
 * Every punctuation character that could be syntax is escaped; the formatting at the end of rendering
 * removes the backslashes that turn out unnecessary. Escapes do not stop GitHub from linking
 * mentions, `#12`, `GH-12`, bare URLs and addresses, because it links them after parsing the
 * Markdown: an empty comment splits them instead.
 */
export function escapeMarkdown(text: string): string {
  return splitAutolinks(plainText(text))
    .map((half) => half.replace(punctuation, '\\$&'))
    .join(NOTHING);
}

/** Foreign text as HTML that shows exactly that text, between tags. */
export function escapeHtml(text: string): string {
  return splitAutolinks(plainText(text)).map(escapeAttribute).join(NOTHING);
}

/** Foreign text for the value of an HTML attribute in quotes. */
export function escapeAttribute(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An empty comment: invisible, but text on both sides of it is not linked as one. */
export const NOTHING = '<!-- -->';

/** A text, split inside everything that GitHub would turn into a link, a formula or an emoji. */
export function splitAutolinks(text: string): string[] {
  return text.split(insideAutolink);
}

const insideAutolink =
  /(?<=@)(?=[a-z\d])|(?<=#)(?=\d)|(?<=(?<![a-z\d])gh-)(?=\d)|(?<=(?:https?|ftp):)(?=\/\/)|(?<=(?:mailto|xmpp):)|(?<=www)(?=\.)|(?<=\$)(?=[^$]*\$)|(?<=:)(?=[a-z\d_+-]+:)/i;

// Not `,;/%?`, nor a hyphen or a full stop inside a word: moby/tool and dave-tucker stay readable.
const punctuation =
  /[!"#$&'()*+:<=>@[\\\]^_`{|}~]|-(?![a-z\d])|(?<![a-z\d])-|\.(?![a-z\d])|(?<![a-z\d])\./gi;

/** Foreign text for the inside of an HTML comment, which it cannot end. */
export function escapeComment(text: string): string {
  return plainText(text)
    .replace(/-{2,}/g, (dashes) => [...dashes].join(' '))
    .replace(/^-?>|-$/, ' $& ');
}

/** Foreign text as a code span, in as many backticks as it needs; empty for nothing visible. */
export function codeSpan(text: string): string {
  const plain = plainText(text);
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return `${fence}${padding}${plain}${padding}${fence}`;
}
