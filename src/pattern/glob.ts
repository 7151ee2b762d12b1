import { globPattern } from './glob-pattern.ts';
import { type ParsedPattern, parsePattern } from './parsed-pattern.ts';
import { endOfText, sequence } from './pattern.ts';

/**
 * A glob for the whole of a text, hidden files included. A `!` before it matches what the rest does
 * not.
 *
 * @param flags `i` ignores case
 */
export function parseGlob(source: string, flags: '' | 'i' = ''): ParsedPattern {
  const [exclamations = ''] = /^(?:!(?!\())*/.exec(source) ?? [];
  const rest = source.slice(exclamations.length).replace(/^\.\//, '');
  const parsed = parsePattern(rest, 'a glob', (glob) =>
    sequence(globPattern(glob, flags), endOfText),
  );
  const { matches } = parsed;
  return matches && exclamations.length % 2 === 1 ? { matches: (text) => !matches(text) } : parsed;
}
