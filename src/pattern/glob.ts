import { globPattern } from './glob-pattern.ts';
import { type ParsedPattern, parsePattern } from './parsed-pattern.ts';
import { endOfText, type Pattern, sequence } from './pattern.ts';

/**
 * A glob for the whole of a text, hidden files included. A `!` before it matches what the rest does
 * not.
 *
 * @param flags `i` ignores case
 */
export function parseGlob(source: string, flags: '' | 'i' = ''): ParsedPattern {
  return readGlob(source, (glob) => sequence(globPattern(glob, flags), endOfText));
}

/** @param read the pattern of a glob without a `!` or `./` before it */
export function readGlob(source: string, read: (glob: string) => Pattern): ParsedPattern {
  const [exclamations = ''] = /^(?:!(?!\())*/.exec(source) ?? [];
  const rest = source.slice(exclamations.length).replace(/^\.\//, '');
  const parsed = parsePattern(rest, 'a glob', read);
  const { matches } = parsed;
  return matches && exclamations.length % 2 === 1 ? { matches: (text) => !matches(text) } : parsed;
}
