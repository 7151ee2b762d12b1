import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetMover } from '../../../src/edit/page/source/reading/spans-moved.ts';
import { runs } from '../../support/runs.ts';

const LENGTH = 30;
const change = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH), fc.string({ maxLength: 4 }))
  .map(([a, b, insert]) => ({ from: Math.min(a, b), to: Math.max(a, b), insert }));

test('offsets move along with a change as CodeMirror moves them', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), fc.nat(LENGTH), (all, offset) => {
      const changes = all
        .map((one) => ChangeSet.of(one, LENGTH))
        .reduce((before, next) => before.compose(next.map(before)), ChangeSet.empty(LENGTH));
      const move = offsetMover(changes);
      for (const side of [-1, 1] as const)
        expect(move(offset, side)).toBe(changes.mapPos(offset, side));
    }),
    runs(300),
  );
});
