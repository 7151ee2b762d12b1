import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { parseDay, wholeDays } from '../../period/calendar.ts';
import { cadenceOf } from '../../period/cadence.ts';
import { formatDate } from '../../period/date-in-words.ts';
import { loadedLocales } from '../../period/month-names.ts';
import type { Period } from '../../period/period.ts';
import { namedWeek } from '../../period/week.ts';
import { escapeExpression } from '../conventional-title.ts';
import { datesIn, type WrittenDate } from './days-in-text.ts';
import type { Model } from './model.ts';

dayjs.extend(utc);

/** What a model says about its time. */
export interface ModelPeriod {
  period: Period;
  /** Of its dates in words. */
  locale: string;
  /** Where its days come from, as in “from its text”; null where only its date is known. */
  source: string | null;
}

/** The period of a model; null where nothing dates it. */
export function modelPeriod(model: Model): ModelPeriod | null {
  const locale = localeOf(model);
  const recorded = model.report.record?.record.period;
  const inTitle = datesIn(model.title, locale);
  const inLead = beginnings(model).map((text) => datesIn(text, locale));
  const date =
    dateInPath(model.path) ?? dateInFrontMatter(model) ?? lastDay([...inTitle, ...inLead.flat()]);
  if (recorded) {
    const period = {
      ...recorded,
      kind: cadenceOf(recorded),
      date: date ?? recorded.end.slice(0, 10),
    };
    return { period, locale, source: 'from its record' };
  }
  if (date === null) return null;
  for (const [dates, source] of [
    [inTitle, 'from its title'] as const,
    ...inLead.map((one) => [one, 'from its text'] as const),
  ]) {
    const range = rangeIn(dates, date);
    if (range) return { period: { ...range, date }, locale, source };
  }
  const month = monthAlone(model.title, date, locale);
  if (month) return { period: { ...month, date }, locale, source: 'from its title' };
  return { period: unnamed(model, date), locale, source: null };
}

/** The last month of that name that was over, or in its last days, on the report's own date. */
function monthAlone(title: string, date: string, locale: string): Period | null {
  const own = dayjs.utc(date);
  for (let back = 0; back < 3; back += 1) {
    const first = own.startOf('month').subtract(back, 'month');
    const name = formatDate(first.format('YYYY-MM-DD'), 'MMMM', { locale, timezone: 'UTC' });
    const isNamed = new RegExp(`(?<!\\p{L})${escapeExpression(name)}(?!\\p{L})`, 'u').test(title);
    if (isNamed) return wholeDays('month', first, first.endOf('month'), 'UTC');
  }
  return null;
}

function unnamed({ title, path }: Model, date: string): Period {
  const day = dayjs.utc(date);
  if (!/month/i.test(`${title} ${path}`)) return namedWeek(date, 'UTC', 'monday');
  const isLast = day.isSame(day.endOf('month'), 'day');
  const first = (isLast ? day : day.subtract(1, 'month')).startOf('month');
  return { ...wholeDays('month', first, first.endOf('month'), 'UTC'), date };
}

/** From the first of two days to the second, or a whole month. */
function rangeIn(dates: readonly WrittenDate[], date: string): Period | null {
  const days = dates.flatMap((one) => dayOf(one, date) ?? []);
  const others = days.filter((day) => day !== date || days.length === 2);
  const [first, last] = others;
  if (
    first !== undefined &&
    last !== undefined &&
    first < last &&
    dayjs.utc(last).diff(first, 'day') < 100
  ) {
    const kind = cadenceOf(wholeDays('range', dayjs.utc(first), dayjs.utc(last), 'UTC'));
    return wholeDays(kind, dayjs.utc(first), dayjs.utc(last), 'UTC');
  }
  const month = dates.find(({ day, year }) => day === null && year !== null);
  if (!month || days.length > 0) return null;
  const begin = dayjs.utc(`${String(month.year)}-${month.month}-01`);
  return wholeDays('month', begin, begin.endOf('month'), 'UTC');
}

/** A date without a year is the last such day up to the report's own date. */
function dayOf({ year, month, day }: WrittenDate, date: string): string | null {
  if (day === null) return null;
  const own = Number(date.slice(0, 4));
  const guess = `${year ?? String(own)}-${month}-${day}`;
  return year === null && guess > date ? `${String(own - 1)}-${month}-${day}` : guess;
}

function lastDay(dates: readonly WrittenDate[]): string | null {
  const named = dates.filter(({ year }) => year !== null);
  const days = named.flatMap(({ year, month, day }) =>
    day === null ? [] : [`${String(year)}-${month}-${day}`],
  );
  const [month] = named;
  if (days.length > 0 || !month) return days.toSorted().at(-1) ?? null;
  return dayjs
    .utc(`${String(month.year)}-${month.month}-01`)
    .endOf('month')
    .format('YYYY-MM-DD');
}

/** `2017-05-08`, or its parts in a row: `2017/05/08`. */
function dateInPath(path: string): string | null {
  for (const [, year, month, day] of path.matchAll(
    /(?<!\d)(\d{4})[-/_.](\d{2})[-/_.](\d{2})(?!\d)/g,
  )) {
    const date = `${String(year)}-${String(month)}-${String(day)}`;
    if (parseDay(date)) return date;
  }
  return null;
}

function dateInFrontMatter({ frontMatter }: Model): string | null {
  const values = Object.values(frontMatter ?? {}).filter((value) => typeof value === 'string');
  const [date] = values.flatMap((value) => /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value) ?? []);
  return date !== undefined && parseDay(date) ? date : null;
}

/** The first locale in which its title or its lead has a date in words. */
function localeOf(model: Model): string {
  const { title, frontMatter } = model;
  const inWords = [title, ...beginnings(model)].map((text) =>
    text.replace(/\d{4}-\d{2}-\d{2}/g, ''),
  );
  const named = [frontMatter?.['lang'], frontMatter?.['language'], frontMatter?.['locale']].map(
    (name) => String(name).toLowerCase().replace('_', '-'),
  );
  const all = loadedLocales();
  const found = all.filter((locale) => inWords.some((text) => datesIn(text, locale).length > 0));
  return (
    found.find((locale) => named.includes(locale)) ??
    found[0] ??
    all.find((locale) => named.includes(locale)) ??
    'en'
  );
}

/** UTF-16 units of a paragraph in which dates are looked for, in all languages. */
const FAR = 1_000;

function beginnings({ lead, report }: Model): string[] {
  return lead.map(({ start, end }) => report.text.slice(start, Math.min(end, start + FAR)));
}
