import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearNames, oneSlipFrom } from '../../../src/check/spelling/one-slip.ts';
import { runs } from '../../support/runs.ts';

describe('near names', () => {
  test('are one slip away, in the order of the candidates', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', 'B', '-'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { selector: (one) => one.toLowerCase() }),
        name,
        (known, written) => {
          const near = new Set(oneSlipFrom(written.toLowerCase(), Array.from('ab-')));
          const expected = known.filter(
            (one) => one.toLowerCase() !== written.toLowerCase() && near.has(one.toLowerCase()),
          );
          expect(new NearNames(known).to(written)).toEqual(expected);
        },
      ),
      runs(300),
    );
  });

  test('of two that differ in case only, the first', () => {
    expect(new NearNames(['Linuxkit', 'linuxkit']).to('linuxkti')).toEqual(['Linuxkit']);
  });
});
