// JSON.stringify escapes the control characters up to U+001F, and lone surrogates.
const invisible = /[\u007F-\u009F\u2028\u2029\p{Cf}]/gu;

/**
 * The JSON of a value, with every character escaped that could control a terminal, turn the direction
 * of a line or hide in it. Parsed, it is the same value.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(invisible, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
