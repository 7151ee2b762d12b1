import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../src/snapshot/json-text.ts';
import { runs } from '../support/runs.ts';

test('JSON has no invisible character, and parses to the same value', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '\u0085',
        '\u009b',
        '\u007f',
        '\u200b',
        '\u200d',
        '\u202e',
        '\u2066',
        '\ufeff',
      ),
      fc.constantFrom('\u2028', '\u2029', '\u{e0041}', '\u{1f468}', '\n', '\u001b', '"', '\\'),
    ),
  });
  fc.assert(
    fc.property(fc.dictionary(text, text), fc.constantFrom(undefined, 2), (value, indent) => {
      const written = jsonText(value, indent);
      expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    runs(200),
  );
});
