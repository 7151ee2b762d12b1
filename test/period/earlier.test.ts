import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodsBefore } from '../../src/period/earlier.ts';
import { resolvePeriod, type PeriodRequest } from '../../src/period/resolve.ts';
import { runs } from '../support/runs.ts';

const NOW = '2030-01-01T00:00:00Z';

const resolve = (request: PeriodRequest, timezone = 'UTC') =>
  resolvePeriod(request, { timezone, weekStart: 'monday' }, NOW);

test.each([
  [{ week: '2017-05-08' }, 'UTC', ['2017-04-17T00:00:00Z', '2017-04-24T00:00:00Z']],
  // Summer time began on 26 March.
  [{ week: '2017-04-02' }, 'Europe/London', ['2017-03-13T00:00:00Z', '2017-03-20T00:00:00Z']],
  [{ week: '2017-04-09' }, 'Europe/London', ['2017-03-20T00:00:00Z', '2017-03-26T23:00:00Z']],
  [{ month: '2017-03' }, 'UTC', ['2017-01-01T00:00:00Z', '2017-02-01T00:00:00Z']],
  [{ month: '2017-05' }, 'Europe/London', ['2017-03-01T00:00:00Z', '2017-03-31T23:00:00Z']],
  [
    { since: '2017-05-01', until: '2017-05-14' },
    'UTC',
    ['2017-04-03T00:00:00Z', '2017-04-17T00:00:00Z'],
  ],
  [
    { since: '2017-03-27', until: '2017-03-28' },
    'Europe/London',
    ['2017-03-23T00:00:00Z', '2017-03-25T00:00:00Z'],
  ],
  [
    { since: '2017-05-01T10:00:00Z', until: '2017-05-01T12:30:00Z' },
    'UTC',
    ['2017-05-01T05:00:00Z', '2017-05-01T07:30:00Z'],
  ],
])('the two periods before %j in %s begin at %j', (request, timezone, starts) => {
  const period = resolve(request, timezone);
  const before = periodsBefore(period, 2);
  expect(before.map(({ start }) => start)).toEqual(starts);
  expect(before.map(({ end }) => end)).toEqual([starts[1], period.start]);
});

test('none, and none before 1970', () => {
  expect(periodsBefore(resolve({ month: '2017-03' }), 0)).toEqual([]);
  const long = resolve({ since: '1000-01-01', until: '1999-12-31' });
  expect(periodsBefore(long, 12)).toEqual([]);
});

test('any weeks before are those that --week names', () => {
  const day = fc
    .integer({ min: 0, max: 3_000 })
    .map((n) => new Date(Date.parse('2015-01-01') + n * 86_400_000).toISOString().slice(0, 10));
  const timezone = fc.constantFrom('UTC', 'Europe/London', 'America/Sao_Paulo', 'Pacific/Apia');
  fc.assert(
    fc.property(day, timezone, fc.integer({ min: 1, max: 12 }), (week, zone, count) => {
      const before = periodsBefore(resolve({ week }, zone), count);
      const dates = before.map((_, index) =>
        new Date(Date.parse(week) - (count - index) * 7 * 86_400_000).toISOString().slice(0, 10),
      );
      expect(before).toEqual(
        dates.map((date) => {
          const { start, end } = resolve({ week: date }, zone);
          return { start, end };
        }),
      );
    }),
    runs(60),
  );
});
