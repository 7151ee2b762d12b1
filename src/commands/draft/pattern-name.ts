import { cadenceOf } from '../../period/cadence.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import { dayInName, valuesInName } from '../../placeholder/day-in-name.ts';
import { type FilePattern, filePattern } from '../../placeholder/file-pattern.ts';
import { periodValues } from '../../placeholder/report-placeholders.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { PatternName } from '../../revise/refuse.ts';
import type { CommandSettings } from '../facts/settings.ts';

/** The name that the pattern of the config gives to the report of a period. */
export function patternName(
  period: Period,
  settings: Pick<CommandSettings, 'config' | 'placeOf'>,
): PatternName {
  const pattern = filePattern(settings.config.file);
  const { date, year, month, day } = valuesInName(pattern, period);
  return {
    date: dayInName({ date, year, month, day }),
    advice: (had) => adviceFor(period, had, pattern, settings),
  };
}

/** The placeholders that tell two periods apart, the most telling first. */
const distinctions = ['cadence', 'date', 'start', 'end'] as const;

/** What to add to the pattern of a series whose reports of two periods would share a file. */
function adviceFor(
  period: Period,
  had: ReportRecord['period'],
  { names, source }: FilePattern,
  { placeOf }: Pick<CommandSettings, 'placeOf'>,
): string | null {
  const own = periodValues(period);
  const date = dateOf(secondBefore(had.end), had.timezone);
  const other = periodValues({ ...had, kind: cadenceOf(had), date });
  const missing = distinctions.find((name) => !names.has(name) && own[name] !== other[name]);
  if (missing === undefined) return null;
  const option = `file in ${placeOf('file') ?? 'the config'}`;
  return `To keep both in files of their own, add {${missing}} to ${option}, now "${source}".`;
}
