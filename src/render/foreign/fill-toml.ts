import { markOf, splitAtMarks } from './marks.ts';

// What TOML reads as one: a comment, or one of its four kinds of strings.
const TOKEN =
  /#[^\n]*|"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\uE000[^\uE000\uE001\n]*\uE001/g;

/** The texts that are no string in TOML and that nothing else can be taken for: a day, an instant, a number. */
const BARE = /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?|[1-9]\d{0,17})$/;

/**
 * TOML that a template wrote, with the texts in the places of their marks: inside quotes, or a date or a
 * number without.
 *
 * @param fill puts the texts into a part of it
 */
export function fillToml(
  toml: string,
  fill: (text: string) => string,
  refuseAt: (offset: number, reason: string) => never,
): string {
  return toml.replace(TOKEN, (token, offset: number) => {
    const parts = splitAtMarks(token);
    if (parts.length === 1) return token;
    if (token.startsWith('"') && !token.startsWith('"""'))
      return parts
        .map((part) => (typeof part === 'string' ? part : escaped(fill(markOf(part.text)))))
        .join('');
    const text = fill(token);
    if (token.startsWith('\uE000') && BARE.test(text)) return text;
    return refuseAt(
      offset + token.indexOf('\uE000'),
      'foreign text is not safe in TOML front matter, except inside "…"',
    );
  });
}

/** A text for the inside of a basic string: JSON's escapes are TOML's. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
