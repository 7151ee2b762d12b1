import { formatDay, parseDay, weekNamed } from '../../period/calendar.ts';

const DAY = /(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/;
const WEEK = /(?<!\d)(20\d\d)[-_.]?w(\d\d)(?!\d)/i;
const MONTH = /(?<!\d)(20\d\d)[-_.](\d\d)(?!\d)/;

/**
 * The last day that a report with this name is about, as `YYYY-MM-DD`: the date in it, or the end of a week
 * or of a month; null when it names none.
 */
export function dateInName(name: string): string | null {
  const [, year = '', , month = '', day = ''] = DAY.exec(name) ?? [];
  const date = `${year}-${month}-${day}`;
  return parseDay(date) ? date : (endOfWeek(name) ?? endOfMonth(name));
}

/** The same of a path, whose folders may have the date or parts of it: `2024-05/index.md`, `2024/05.md`. */
export function dateOfPath(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return dateInName(name) ?? dateInName(path.replaceAll('/', '-'));
}

function endOfWeek(name: string): string | null {
  const [, year = '', week = ''] = WEEK.exec(name) ?? [];
  const monday = weekNamed(`${year}-W${week}`);
  return monday && formatDay(monday.add(6, 'day'));
}

function endOfMonth(name: string): string | null {
  const [, year = '', month = ''] = MONTH.exec(name) ?? [];
  const first = parseDay(`${year}-${month}-01`);
  return first && formatDay(first.endOf('month'));
}
