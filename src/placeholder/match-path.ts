import { parseDay, weekNamed } from '../period/calendar.ts';
import type { FilePattern } from './file-pattern.ts';
import type { FileSegment, MatchedValues } from './file-segment.ts';
import type { FilePlaceholder } from './report-placeholders.ts';

/** The values in a path, with slashes, that a pattern describes; null for another path. */
export function matchPath({ segments }: FilePattern, path: string): MatchedValues | null {
  const names = path.split('/');
  if (names.length !== segments.length) return null;
  let values: MatchedValues | null = {};
  for (const [index, segment] of segments.entries())
    values = values && matchName(segment, names[index] ?? '', values);
  return values;
}

/** The values in the name of a file or folder, with those of the folders around it; null for another name. */
export function matchName(
  { expression }: FileSegment,
  name: string,
  around: MatchedValues,
): MatchedValues | null {
  const groups = expression.exec(name)?.groups;
  if (!groups) return expression.test(name) ? around : null;
  const found = Object.entries(groups) as [FilePlaceholder, string][];
  const agrees = found.every(([placeholder, text]) =>
    isSame(placeholder, around[placeholder] ?? text, text),
  );
  const values: MatchedValues = { ...around, ...groups };
  return agrees && exists(values) ? values : null;
}

function isSame(placeholder: FilePlaceholder, one: string, other: string): boolean {
  return placeholder === 'number' ? Number(one) === Number(other) : one === other;
}

/** Whether there are such days, and the date has the parts that are named beside it. */
function exists({ date, start, end, week, year, month, day }: MatchedValues): boolean {
  const days = [date, start, end].filter((text) => text !== undefined);
  if (!days.every((text) => parseDay(text) !== null)) return false;
  if (week !== undefined && weekNamed(week) === null) return false;
  const [ofYear, ofMonth, ofDay] = date?.split('-') ?? [];
  const parts = [year ?? ofYear ?? '2000', month ?? ofMonth ?? '01', day ?? ofDay ?? '01'];
  return parseDay(parts.join('-')) !== null && (date ?? parts.join('-')) === parts.join('-');
}
