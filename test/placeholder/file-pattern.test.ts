import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillFilePattern,
  filePattern,
  parseFilePattern,
} from '../../src/placeholder/file-pattern.ts';
import { matchPath } from '../../src/placeholder/match-path.ts';
import { type FileValues, periodValues } from '../../src/placeholder/report-placeholders.ts';
import type { Period } from '../../src/period/period.ts';
import { resolvePeriod } from '../../src/period/resolve.ts';
import { type Weekday, weekdays } from '../../src/period/weekday.ts';
import { runs } from '../support/runs.ts';

const week: Period = {
  kind: 'week',
  start: '2017-04-30T23:00:00Z',
  end: '2017-05-07T23:00:00Z',
  timezone: 'Europe/London',
  date: '2017-05-08',
};
const values = (period: Period, number = 8, slug = 'a-report'): FileValues => ({
  ...periodValues(period),
  ...{ number, slug },
});

describe('the file of a report', () => {
  test.each([
    ['reports/{date}.md', 'reports/2017-05-08.md'],
    ['blog/{date}-twin{number:4}.md', 'blog/2017-05-08-twin0008.md'],
    ['_posts/{date}-{slug}.md', '_posts/2017-05-08-a-report.md'],
    ['content/{year}/{month}/{cadence}-{date}.md', 'content/2017/05/weekly-2017-05-08.md'],
    ['{year}/{week}/{start}--{end}/index.md', '2017/2017-W18/2017-05-01--2017-05-07/index.md'],
    ['news/{number}.md', 'news/8.md'],
    ['{number}{date}.md', '82017-05-08.md'],
  ])('%s is %s, and is read back', (source, path) => {
    const pattern = filePattern(source);
    expect(fillFilePattern(pattern, values(week))).toBe(path);
    expect(matchPath(pattern, path)).not.toBeNull();
    expect(matchPath(pattern, `x/${path}`)).toBeNull();
    expect(matchPath(pattern, `${path}x`)).toBeNull();
  });

  test.each([
    ['reports/{date}.md', 'reports/2017-02-30.md'],
    ['{year}/{date}.md', '2016/2017-05-08.md'],
    ['{year}/{month}/{date}.md', '2017/04/2017-05-08.md'],
    ['{week}.md', '2017-W53.md'],
    ['{number}/{number}.md', '1/2.md'],
    ['{cadence}/{date}.md', 'daily/2017-05-08.md'],
    ['news/{number}.md', 'news/1234567890.md'],
    ['a.c/{date}.md', 'abc/2017-05-08.md'],
  ])('%s is not that of %s', (source, path) => {
    expect(matchPath(filePattern(source), path)).toBeNull();
  });

  test.each([
    ['', 'it has an empty part'],
    ['/reports/{date}.md', 'it is an absolute path'],
    ['C:/reports/{date}.md', 'it is an absolute path'],
    ['../{date}.md', 'it leads out of its folder'],
    ['a/../../{date}.md', 'it leads out of its folder'],
    ['a\\{date}.md', 'it has a backslash'],
    ['a\n{date}.md', 'a control character'],
    ['.git/{date}.md', 'the files of git'],
    ['a//{date}.md', 'it has an empty part'],
    ['{date}/', 'it has an empty part'],
    ['{date}.md'.padStart(600, 'x'), 'it has 600 characters, and may have 500 at most'],
    [
      'reports/{Date}.md',
      'unknown placeholder {Date}; the placeholders are {date}, {year}, {month}, {day}, {week}, {start}, {end}, {cadence}, {number}, {slug}, and {number:4}',
    ],
    ['reports/{title}.md', 'unknown placeholder {title}'],
    ['reports/{constructor}.md', 'unknown placeholder {constructor}'],
    ['reports/{}.md', 'unknown placeholder {}'],
    ['reports/{date:4}.md', '{date:4} gives a width to what is not a number'],
    ['reports/{number:x}.md', 'the width in {number:x} is not a digit from 1 to 9'],
    ['reports/{number:}.md', 'the width in {number:} is not a digit'],
    ['reports/{date.md', 'it has a brace that belongs to no placeholder'],
    ['reports/{number}{slug}.md', '{number} and {slug} run into each other'],
    ['{number}{date}{slug}.md', '{number} and {slug} run into each other'],
    ['reports/{slug}2{number}.md', '{number} and {slug} run into each other'],
    ['{slug}-{slug}-{date}.md', '{slug} comes twice between two slashes'],
    ['reports/latest.md', 'two reports could have the same name; add {date},'],
    ['reports/{year}-{month}.md', 'two reports could have the same name'],
    ['reports/{cadence}-{slug}.md', 'two reports could have the same name'],
  ])('%j is refused', (source, problem) => {
    expect(parseFilePattern(source).problem).toContain(problem);
  });

  test('a name of any length is read in one go', () => {
    const long = '-1'.repeat(200_000);
    for (const source of ['{slug}-{number}-{date}.md', '{number}-{slug}-{date}.md'])
      for (const name of [long, `1${long}`, '1'.repeat(400_000), `${long}-2017-05-08.mdx`])
        expect(matchPath(filePattern(source), name)).toBeNull();
  });
});

const literal = fc.constantFrom('', '-', '.', 'twin', '_', 'a1', '/', '(+*)', 'ß', ' ');
const placeholder = fc.constantFrom(
  ...['{date}', '{year}', '{month}', '{day}', '{week}', '{start}', '{end}', '{cadence}'],
  ...['{number}', '{number:4}', '{slug}'],
);
const pattern = fc
  .array(fc.tuple(literal, placeholder), { minLength: 1, maxLength: 5 })
  .map((parts) => `${parts.flat().join('')}.md`)
  .map((source) => parseFilePattern(source).pattern)
  .filter((parsed) => parsed !== undefined);
const request = fc.oneof(
  fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => ({ week: new Date(days * 86_400_000).toISOString().slice(0, 10) })),
  fc
    .tuple(fc.integer({ min: 1970, max: 2024 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => ({ month: `${String(year)}-${String(month).padStart(2, '0')}` })),
);
const slug = fc.constantFrom('a', 'a-1', '1', 'report-2017-05-08', '12-34', 'übersicht-2');
const resolve = (one: { week?: string; month?: string }, weekStart: Weekday = 'monday') =>
  resolvePeriod(one, { timezone: 'UTC', weekStart }, '2030-01-01T00:00:00Z');

test('filling and matching are inverse, for any pattern, period, number and slug', () => {
  fc.assert(
    fc.property(pattern, request, fc.nat(99_999), slug, (found, one, number, title) => {
      const filled = values(resolve(one), number, title);
      const path = fillFilePattern(found, filled);
      const matched = matchPath(found, path);
      for (const name of found.names)
        if (name === 'number') expect(Number(matched?.number)).toBe(number);
        else expect(matched?.[name]).toBe(filled[name]);
      const read = { ...filled, ...matched, number } as FileValues;
      expect(fillFilePattern(found, read)).toBe(path);
    }),
    runs(500),
  );
});

test('two periods of one cadence never have the same file', () => {
  const others = fc.tuple(request, request, fc.constantFrom(...weekdays));
  fc.assert(
    fc.property(pattern, others, fc.nat(9999), (found, [one, other, weekStart], number) => {
      const [first, second] = [resolve(one, weekStart), resolve(other, weekStart)];
      fc.pre(first.kind === second.kind && first.start !== second.start);
      const path = fillFilePattern(found, values(first, number));
      expect(fillFilePattern(found, values(second, number + 1))).not.toBe(path);
    }),
    runs(500),
  );
});
