import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PeriodRequest,
  type PeriodSettings,
  resolvePeriod,
} from '../../src/period/resolve.ts';
import { runs } from '../support/runs.ts';

const now = '2026-01-07T10:00:00Z';
const period = (request: PeriodRequest, settings: Partial<PeriodSettings> = {}, at = now) =>
  resolvePeriod(request, { timezone: 'UTC', weekStart: 'monday', ...settings }, at);
const window = (request: PeriodRequest, settings: Partial<PeriodSettings> = {}) => {
  const { start, end, date } = period(request, settings);
  return [start, end, date];
};

describe('--week', () => {
  test('a Monday gives the week that ended the day before', () => {
    expect(window({ week: '2017-05-08' })).toEqual([
      '2017-05-01T00:00:00Z',
      '2017-05-08T00:00:00Z',
      '2017-05-08',
    ]);
  });

  test('a Sunday gives the week that it ends', () => {
    expect(window({ week: '2017-06-11' })).toEqual([
      '2017-06-05T00:00:00Z',
      '2017-06-12T00:00:00Z',
      '2017-06-11',
    ]);
  });

  test('a Saturday gives the week before, because its own is not over', () => {
    expect(window({ week: '2017-06-10' })).toEqual([
      '2017-05-29T00:00:00Z',
      '2017-06-05T00:00:00Z',
      '2017-06-10',
    ]);
  });

  test('an ISO week is dated its Sunday', () => {
    expect(window({ week: '2017-W23' })).toEqual([
      '2017-06-05T00:00:00Z',
      '2017-06-12T00:00:00Z',
      '2017-06-11',
    ]);
  });

  test('ISO weeks belong to the year of their Thursday', () => {
    expect(window({ week: '2015-W53' })[0]).toBe('2015-12-28T00:00:00Z');
    expect(window({ week: '2016-W01' })[0]).toBe('2016-01-04T00:00:00Z');
    expect(() => period({ week: '2017-W53' })).toThrow('The year 2017 has no week 53.');
    expect(() => period({ week: '2017-W00' })).toThrow('no week 00');
  });

  test('weeks begin on weekStart', () => {
    expect(window({ week: '2017-05-08' }, { weekStart: 'sunday' })).toEqual([
      '2017-04-30T00:00:00Z',
      '2017-05-07T00:00:00Z',
      '2017-05-08',
    ]);
  });

  test.each(['2017-02-30', '2017-13-01', '08/05/2017', '2017-5-8', 'today', '', '2017-W1'])(
    '%j is an error, with a hint',
    (week) => {
      expect(() => period({ week })).toThrow(
        expect.objectContaining({
          code: 'week-invalid',
          hint: expect.stringContaining('2017-05-08') as string,
        }),
      );
    },
  );

  test('every date of ten years gives seven whole days that are over', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2016-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
        fc.constantFrom('sunday', 'monday', 'thursday', 'saturday'),
        (date, weekStart) => {
          const week = date.toISOString().slice(0, 10);
          const { start, end } = period({ week }, { weekStart });
          const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
          expect(days).toBe(7);
          // The last day is DATE or one of the six before it.
          const last = (Date.parse(week) - Date.parse(end)) / 86_400_000 + 1;
          expect(last).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThan(7);
        },
      ),
      runs(100),
    );
  });
});

describe('other periods', () => {
  test('a month is dated its last day', () => {
    expect(window({ month: '2018-01' })).toEqual([
      '2018-01-01T00:00:00Z',
      '2018-02-01T00:00:00Z',
      '2018-01-31',
    ]);
    expect(window({ month: '2016-02' })[2]).toBe('2016-02-29');
  });

  test('the last month is over where the project is', () => {
    const settings = { timezone: 'Pacific/Auckland', weekStart: 'monday' } as const;
    const last = (now: string) => resolvePeriod({ month: 'last' }, settings, now).date;
    expect(last('2018-02-28T10:59:59Z')).toBe('2018-01-31');
    expect(last('2018-02-28T11:00:00Z')).toBe('2018-02-28');
    expect(last('2018-01-15T00:00:00Z')).toBe('2017-12-31');
  });

  test('--since and --until are days, both included', () => {
    expect(window({ since: '2017-05-01', until: '2017-05-07' })).toEqual([
      '2017-05-01T00:00:00Z',
      '2017-05-08T00:00:00Z',
      '2017-05-07',
    ]);
  });

  test('--since and --until may be instants, the second one excluded', () => {
    expect(window({ since: '2017-05-01T09:00:00+02:00', until: '2017-05-08T00:00:00Z' })).toEqual([
      '2017-05-01T07:00:00Z',
      '2017-05-08T00:00:00Z',
      '2017-05-07',
    ]);
  });

  test('without a request it is the last full week, dated its last day', () => {
    expect(window({})).toEqual(['2025-12-29T00:00:00Z', '2026-01-05T00:00:00Z', '2026-01-04']);
  });

  test('on the last day of a week, that week is not yet full', () => {
    const { end } = period({}, {}, '2026-01-04T23:59:59Z');
    expect(end).toBe('2025-12-29T00:00:00Z');
  });

  test.each<[PeriodRequest, string]>([
    [{ month: '2018-13' }, 'month-invalid'],
    [{ month: '2018-1' }, 'month-invalid'],
    [{ since: '2017-05-01' }, 'range-open'],
    [{ until: '2017-05-01' }, 'range-open'],
    [{ since: '2017-05-08', until: '2017-05-07' }, 'range-empty'],
    [{ since: 'yesterday', until: '2017-05-07' }, 'date-invalid'],
    [{ since: '2017-02-30T00:00:00Z', until: '2017-05-07' }, 'date-invalid'],
    [{ week: '2017-05-08', month: '2017-05' }, 'period-twice'],
    [{ week: '2027-05-08' }, 'period-future'],
  ])('%j is the error %s, with a hint', (request, code) => {
    expect(() => period(request)).toThrow(
      expect.objectContaining({ code, hint: expect.stringMatching(/./) as string }),
    );
  });
});

describe('timezones', () => {
  test.each([
    ['asia/tokyo', 'Asia/Tokyo'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['utc', 'UTC'],
  ])('%s is %s', (name, called) => {
    expect(period({ week: '2017-05-08' }, { timezone: name }).timezone).toBe(called);
  });

  test('days begin at local midnight', () => {
    expect(window({ week: '2017-05-08' }, { timezone: 'America/New_York' }).slice(0, 2)).toEqual([
      '2017-05-01T04:00:00Z',
      '2017-05-08T04:00:00Z',
    ]);
  });

  test('a week in which the clocks change is an hour shorter or longer', () => {
    const { start, end } = period({ week: '2017-03-27' }, { timezone: 'Europe/London' });
    expect([start, end]).toEqual(['2017-03-20T00:00:00Z', '2017-03-26T23:00:00Z']);
  });

  test.each([
    ['a midnight that clocks skip', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a midnight that comes twice', '2017-11-05', 'America/Havana', '2017-11-05T04:00:00Z'],
    ['a day that was skipped', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['a quarter of an hour', '2017-05-08', 'Asia/Kathmandu', '2017-05-07T18:15:00Z'],
  ])('%s', (_, day, timezone, start) => {
    expect(period({ since: day, until: '2020-01-01' }, { timezone }).start).toBe(start);
  });

  test('adjacent days leave no gap and no overlap, in any zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2025-12-30'), noInvalidDate: true }),
        (timezone, date) => {
          const day = date.toISOString().slice(0, 10);
          const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
          const local = new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
          const { start } = period({ since: day, until: '2025-12-31' }, { timezone });
          const { end } = period({ since: '1999-01-01', until: day }, { timezone });
          // Days are at most some 25 hours apart, and each instant at a start is of its day.
          expect(end).toBe(period({ since: next, until: '2026-01-01' }, { timezone }).start);
          expect(local.format(new Date(start)) >= day).toBe(true);
          expect(local.format(new Date(Date.parse(start) - 1000)) < day).toBe(true);
        },
      ),
      runs(100),
    );
  });

  test.each(['Foo/Bar', '+02:00', ''])('%j is an error', (timezone) => {
    expect(() => period({}, { timezone })).toThrow(
      expect.objectContaining({ code: 'timezone-unknown' }),
    );
  });

  test('names are spelt as the runtime spells them', () => {
    expect(period({}, { timezone: 'europe/london' }).timezone).toBe('Europe/London');
  });
});
