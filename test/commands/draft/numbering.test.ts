import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../support/runs.ts';
import { month, SeriesFolder, weekBefore } from './series-form.ts';

const DAY = 86_400_000;
const patterns = [
  'reports/{cadence}/{date}.md',
  'blog/{date}-{cadence}-twin{number:4}.md',
  '{year}/{month}/{cadence}-{day}-{slug}.md',
  '{cadence}/{number}.md',
  '{cadence}-{week}/{number}/index.md',
  'news/{start}--{end}.md',
];

test('weekly and monthly reports keep two numberings, in any folders, whatever is drafted again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...patterns),
      fc.record({ weeks: fc.nat(4), months: fc.nat(3), first: fc.nat(500), from: fc.nat(60) }),
      fc.array(fc.nat(6), { maxLength: 3 }),
      async (file, { weeks, months, first, from }, again) => {
        const series = await SeriesFolder.with(`file: "${file}"\nnumber: ${String(first)}\n`);
        const monday = Date.parse('2017-01-02') + from * 7 * DAY;
        const periods = [
          ...Array.from({ length: weeks }, (_, index) =>
            weekBefore(new Date(monday + index * 7 * DAY).toISOString().slice(0, 10)),
          ),
          ...Array.from({ length: months }, (_, index) => month(`2017-0${String(index + 4)}`)),
        ].toSorted((a, b) => Date.parse(a.end) - Date.parse(b.end));
        const numbers = { week: first, month: first, range: 0 };
        const expected = periods.map(({ kind }) => numbers[kind]++);
        const numberOf = async (at: number) => {
          const period = periods[at];
          if (!period) return null;
          const { stderr, code } = await series.draft(period);
          expect(code, stderr).toBe(0);
          expect(stderr).not.toMatch(/overlap|No report covers/);
          const { stdout } = await series.draft(period, '-o', '-');
          return Number(/^The .*, (\d+)\.$/m.exec(stdout)?.[1]);
        };
        for (const at of [...periods.keys(), ...again])
          expect(await numberOf(at)).toBe(expected[at] ?? null);
        expect(await series.reports()).toHaveLength(periods.length);
      },
    ),
    runs(1),
  );
}, 30_000);
