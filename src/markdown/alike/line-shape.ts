import type { Span } from '../span.ts';
import { unescaped, withoutEscapes } from '../unescape.ts';

/** The end of a link with an address that has nothing special, if it is one. */
const LINK_END = String.raw`\]\([^()\s\\<>&\x60]*\)`;
/** Letters and digits, also in the marks of foreign texts. */
const WORD = String.raw`[\p{L}\p{N}\uE000\uE001]`;
/** What means nothing between words. */
const CALM = String.raw`[ ,.;:/'"()+=%?!-]`;

const calm = new RegExp(`${LINK_END}|${WORD}(?:(?:${WORD}|${CALM})*${WORD})?`, 'gu');
const linkEnds = new RegExp(LINK_END, 'g');

/** Only behind these can a list item be anything but a paragraph. */
const plainStart = new RegExp(`^[-*+] (?!\`\`\`|\\[[ xX]\\])(?!\\d)(?:${WORD}|[\\\\\`[@("'])`, 'u');

/**
 * What decides how the line of a list item is parsed, whatever its words are; null where words may decide,
 * too: in addresses that link themselves, in HTML, character references, images, and definitions.
 *
 * CommonMark looks at what is beside a `*`, `_` or `~`, not at words, and emphasis, links and code can't
 * begin or end inside of them.
 *
 * @param hasDefinitions whether a label may be defined, so that it is a reference
 * @see https://spec.commonmark.org/0.31.2/
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function lineShape(line: string, hasDefinitions: boolean): string | null {
  if (!plainStart.test(line)) return null;
  const links = line.match(linkEnds) ?? [];
  const rest = line.replace(linkEnds, ']');
  const syntax = withoutEscapes(rest);
  if (/!\[|\]\(|\]:|&[#\w]|<[a-z/!?]/i.test(syntax)) return null;
  if (/:\/\/|www\.|[\w.+-]@/i.test(unescaped(rest))) return null;
  if (hasDefinitions && syntax.split('[').length - 1 !== links.length) return null;
  return line.replace(calm, (found) => (found.startsWith(']') ? '](w)' : 'w'));
}

/** A part of a line that does not decide: words, or the end of a link. */
export interface CalmPart extends Span {
  isLinkEnd: boolean;
}

export function calmParts(line: string): CalmPart[] {
  return Array.from(line.matchAll(calm), ({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
    isLinkEnd: part.startsWith(']'),
  }));
}
