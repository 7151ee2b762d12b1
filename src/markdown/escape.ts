import { foreignParts, type ForeignPart } from './foreign-parts.ts';
import { plainLine } from './plain-text.ts';

/**
 * Foreign text as Markdown that shows exactly that text, anywhere on a line: code as code, and so
 * what GitHub would link or replace.
 *
 * Every punctuation character that could be syntax is escaped.
 */
export function escapeMarkdown(text: string): string {
  return writeParts(foreignParts(plainLine(text)));
}

/**
 * The same for a conversation on GitHub, where also hashes of commits and addresses become references:
 * they are code.
 */
export function escapeForConversation(text: string): string {
  return writeParts(
    foreignParts(plainLine(text)).flatMap(({ kind, text: part }): ForeignPart[] =>
      kind === 'text' ? withoutHashes(part) : [{ kind: 'code', text: part }],
    ),
  );
}

function writeParts(parts: readonly ForeignPart[]): string {
  return parts
    .map(({ kind, text: part }, index) => {
      if (kind === 'text') return part.replace(punctuation, '\\$&');
      if (kind === 'address') return `<${part}>`;
      return `${parts[index - 1]?.kind === 'code' ? NOTHING : ''}${codeSpan(part)}`;
    })
    .join('');
}

/**
 * The parts of a text in which every word with something like the hash of a commit is code: the whole
 * word, because GitHub would read what is left of it on its own.
 */
function withoutHashes(text: string): ForeignPart[] {
  return text
    .split(/( +)/)
    .map((word): ForeignPart => ({ kind: HASH.test(word) ? 'code' : 'text', text: word }))
    .filter((part) => part.text !== '');
}

const HASH = /\b[\da-f]{7,64}\b/i;

/**
 * Foreign text as HTML that shows exactly that text, between tags.
 *
 * @param hasCode whether balanced backticks are code
 */
export function escapeHtml(text: string, hasCode = true): string {
  return foreignParts(plainLine(text), hasCode)
    .map(({ kind, text: part }) => {
      if (kind !== 'code') return withReferences(part);
      // Not because of GitHub: devreport itself reads what is between tags.
      return `<code>${part.split(insideReference).map(withReferences).join(NOTHING)}</code>`;
    })
    .join('');
}

/** Foreign text for the value of an HTML attribute in quotes. */
export function escapeAttribute(text: string): string {
  return withReferences(plainLine(text));
}

function withReferences(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An empty comment: invisible, but what is on both sides of it is not read as one. */
export const NOTHING = '<!-- -->';

const insideReference = /(?<=#)(?=\d)|(?<=gh-)(?=\d)|(?<=\/)(?=(?:pull|issues)\/\d)/i;

// Not `,;/%?`, nor `-._` inside a word: moby/tool and dave-tucker stay readable.
const punctuation = /[!"#$&'()*+:<=>@[\\\]^`{|}~]|[-._](?![a-z\d])|(?<![a-z\d])[-._]/gi;

/** Foreign text for the inside of an HTML comment, which it cannot end. */
export function escapeComment(text: string): string {
  return plainLine(text)
    .replace(/-{2,}/g, (dashes) => [...dashes].join(' '))
    .replace(/^-?>|-$/, ' $& ');
}

/** Foreign text as a code span, in as many backticks as it needs; empty for nothing visible. */
export function codeSpan(text: string): string {
  const plain = plainLine(text);
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return `${fence}${padding}${plain}${padding}${fence}`;
}
