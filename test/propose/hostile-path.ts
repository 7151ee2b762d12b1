import fc from 'fast-check';
import { hostileText } from '../support/hostile.ts';

/** Paths of up to three parts, with hostile names. */
export const hostilePath: fc.Arbitrary<string> = fc
  .array(
    hostileText.map((text) => text.slice(0, 300)),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.map((part) => part.replaceAll('/', '')).join('/'));
