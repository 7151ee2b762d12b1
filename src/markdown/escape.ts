import { plainText } from './plain-text.ts';

/**
 * Foreign text as Markdown that shows just that text, wherever on a line it is put.
 *
 * Every punctuation character that could mean something is escaped; the formatting pass at the end
 * of rendering takes back what its place does not need. Mentions, `#12`, `GH-12`, bare URLs and
 * addresses survive any escape, because they are linked after Markdown is done: an empty comment
 * keeps their two halves apart.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .split(live)
    .map((half) => half.replace(punctuation, '\\$&'))
    .join('<!-- -->');
}

/** The middle of what GitHub links by itself, and of what it shows as a formula or an emoji. */
const live =
  /(?<=@)(?=[a-z\d])|(?<=#)(?=\d)|(?<=(?<![a-z\d])gh-)(?=\d)|(?<=(?:https?|ftp):)(?=\/\/)|(?<=(?:mailto|xmpp):)|(?<=www)(?=\.)|(?<=\$)(?=[^$]*\$)|(?<=:)(?=[a-z\d_+-]+:)/i;

// Not escaped are `,;/%?`, a hyphen inside a word, and a full stop inside one, so that names like moby/tool and dave-tucker stay themselves.
const punctuation =
  /[!"#$&'()*+:<=>@[\\\]^_`{|}~]|-(?![a-z\d])|(?<![a-z\d])-|\.(?![a-z\d])|(?<![a-z\d])\./gi;

/** Foreign text inside an HTML comment, which it cannot end. */
export function escapeComment(text: string): string {
  return plainText(text)
    .replace(/-{2,}/g, (dashes) => [...dashes].join(' '))
    .replace(/^-?>|-$/, ' $& ');
}

/** Foreign text as a code span, with as many backticks around it as it needs. */
export function codeSpan(text: string): string {
  const plain = plainText(text);
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return `${fence}${padding}${plain}${padding}${fence}`;
}
