import type { Extension } from '@codemirror/state';
import { highlightSpecialChars } from '@codemirror/view';

/**
 * Shows control characters, and those without a width: some change the direction of what follows, so that a
 * text reads other than it is. A carriage return at the end of its line is the line's.
 */
export const specialCharacters: Extension = highlightSpecialChars({
  specialChars:
    // eslint-disable-next-line no-control-regex
    /[\0-\x08\n\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]|\r(?!$)/gu,
});
