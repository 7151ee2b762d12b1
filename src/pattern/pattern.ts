/** What stands before or after a position of a text. */
export type Neighbour = 'end' | 'word' | 'other';

/** @param unit empty at an end of the text */
export function neighbourOf(unit: string): Neighbour {
  if (unit === '') return 'end';
  return /\w/.test(unit) ? 'word' : 'other';
}

/** What a text must be to match, from whichever notation it was written in. */
export type Pattern =
  /** One UTF-16 unit. */
  | { kind: 'unit'; matches: (unit: string) => boolean }
  /** No unit: a position between two of them, or at an end of the text. */
  | { kind: 'edge'; holds: (before: Neighbour, after: Neighbour) => boolean }
  | { kind: 'sequence'; parts: readonly Pattern[] }
  | { kind: 'choice'; parts: readonly Pattern[] }
  | { kind: 'repeat'; part: Pattern; least: number; most: number; isLazy: boolean };

export const sequence = (...parts: readonly Pattern[]): Pattern => ({ kind: 'sequence', parts });

export const choice = (...parts: readonly Pattern[]): Pattern => ({ kind: 'choice', parts });

/** @param isLazy whether fewer repetitions are tried before more; only the end of a match depends on it */
export const repeat = (part: Pattern, least: number, most: number, isLazy = false): Pattern => ({
  kind: 'repeat',
  part,
  least,
  most,
  isLazy,
});

/**
 * One unit, by the source of a regular expression for it, with the flags `i` or none.
 *
 * @throws {SyntaxError} for an invalid source
 */
export function unit(source: string, flags: string): Pattern {
  // A backtracking engine is safe here: in a single unit there is nothing to go back to.
  const expression = new RegExp(`^${source}$`, flags);
  return { kind: 'unit', matches: (text) => expression.test(text) };
}

/** Exactly this text, with the flags `i` or none. */
export function literal(text: string, flags: string): Pattern {
  const units = text.split('').map((character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return unit(`\\u${code}`, flags);
  });
  const [only, ...others] = units;
  return only && others.length === 0 ? only : sequence(...units);
}

export const startOfText: Pattern = { kind: 'edge', holds: (before) => before === 'end' };

export const endOfText: Pattern = { kind: 'edge', holds: (_, after) => after === 'end' };

/** Any text. */
export const anything = repeat(unit('[^]', ''), 0, Infinity);
