import { type Matches, matchPattern } from './match-pattern.ts';
import type { Pattern } from './pattern.ts';

/** A test whether a text matches, or why a notation gives none. */
export type ParsedPattern =
  { matches: Matches; problem?: never } | { matches?: never; problem: string };

/** Syntax that no pattern can have. The message says what to write instead. */
export class UnsupportedSyntax extends Error {}

/** UTF-16 units of a source. */
const LONGEST = 500;

/**
 * @param read may throw `UnsupportedSyntax`, and a `SyntaxError`
 * @param name of the notation: `a glob`
 */
export function parsePattern(
  source: string,
  name: string,
  read: (source: string) => Pattern,
): ParsedPattern {
  if (source.length > LONGEST)
    return { problem: `too long for ${name}: ${source.length} characters, at most ${LONGEST}` };
  try {
    const matches = matchPattern(read(source));
    return matches ? { matches } : { problem: `too large for ${name}: use smaller numbers in {}` };
  } catch (error) {
    if (error instanceof UnsupportedSyntax)
      return { problem: `not supported as ${name}: ${error.message}` };
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: `not ${name}` };
  }
}
