import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

const known = new Map<string, ReadonlyMap<string, number>>();

/** The names of the months in a loaded locale, as they stand alone and beside a day, in lower case; from 1. */
export function monthNames(locale: string): ReadonlyMap<string, number> {
  const found = known.get(locale);
  if (found) return found;
  const names = new Map<string, number>();
  for (let month = 1; month <= 12; month += 1) {
    const day = dayjs.utc(`2018-${String(month).padStart(2, '0')}-01`).locale(locale);
    for (const format of ['MMMM', 'D MMMM', 'MMM', 'D MMM']) {
      const [name = ''] = /\p{L}[\p{L}\p{M}]*/u.exec(day.format(format)) ?? [];
      if (name.length > 1) names.set(name.toLowerCase(), month);
    }
  }
  known.set(locale, names);
  return names;
}

/** The locales that are loaded, English first, then those of most readers. */
export function loadedLocales(): string[] {
  const first = 'en de fr es pt-br pt it nl pl ru uk sv nb da fi cs tr ja zh-cn zh-tw ko'.split(
    ' ',
  );
  const all = Object.keys(dayjs.Ls);
  return [
    ...first.filter((name) => all.includes(name)),
    ...all.filter((name) => !first.includes(name)),
  ];
}
