import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneSlipFrom } from '../../../src/check/spelling/one-slip.ts';
import { slipCost } from '../../../src/check/spelling/slip-cost.ts';
import { runs } from '../../support/runs.ts';

test.each([
  ['doesnt', "doesn't", 0],
  ['recieve', 'receive', 0],
  ['ocurred', 'occurred', 0],
  ['currrently', 'currently', 0],
  ['consistant', 'consistent', 0],
  ['mergd', 'merged', 1],
  ['preperation', 'preparation', 1],
  ['fot', 'for', 1],
  ['privildeged', 'privileged', 1],
  ['variabale', 'variable', 1],
  ['explicitely', 'explicitly', 2],
  ['updat', 'update', 2],
  ['relibc', 'relic', 3],
  ['kache', 'cache', 5],
  ['systemd', 'system', Infinity],
  ['vsock', 'sock', Infinity],
  ['wokring', 'walking', Infinity],
])('%s for %s costs %d', (written, meant, cost) => {
  expect(slipCost(written, meant)).toBe(cost);
});

test('has a cost for everything that is one slip away', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z']{3,12}$/), (word) => {
      for (const other of oneSlipFrom(word))
        if (other !== word) expect(slipCost(word, other)).toBeGreaterThanOrEqual(0);
    }),
    runs(20),
  );
});
