import { UsageError } from '../../../errors.ts';
import type { Period } from '../../../period/period.ts';
import type { MatchedValues } from '../../../placeholder/file-segment.ts';
import { type FilePattern, namesDay } from '../../../placeholder/file-pattern.ts';
import {
  type FileValues,
  periodKinds,
  type PeriodPlaceholder,
} from '../../../placeholder/report-placeholders.ts';
import { recordOpening } from '../../../report/record/record.ts';
import type { SeriesFile } from './series-file.ts';

/**
 * The file that has the report of a period already, whatever number or slug its name has; null for none.
 *
 * @param files those of a pattern
 * @param values of the report, without a number
 * @param adopt whether one without a record will do
 * @param shown a path for messages
 * @throws {UsageError} `report-twice`, and those of `readOptional`
 */
export function presentReport(
  files: readonly SeriesFile[],
  pattern: FilePattern,
  period: Period,
  values: Omit<FileValues, 'number'>,
  { adopt, shown }: { adopt: boolean; shown: (path: string) => string },
): SeriesFile | null {
  const { names } = pattern;
  const candidates = files.filter((file) => namesPeriod(file.values, values));
  const recorded = candidates.filter(
    (file) => file.period?.start === period.start && file.period.end === period.end,
  );
  // Without a record, only the day in its name can say that a file is this report.
  const others = candidates.filter(
    (file) =>
      namesDay(pattern) &&
      file.period === null &&
      (adopt || !names.has('slug') || file.values.slug === values.slug || hasRecord(file)),
  );
  const [only = null, other] = recorded.length > 0 ? recorded : others;
  if (!only || !other) return only;
  throw new UsageError(
    'report-twice',
    `${shown(only.path)} and ${shown(other.path)} both are the report of ${values.start} to ${values.end} (${period.timezone}). Nothing was changed.`,
    { hint: 'Remove one of them, or name the one to continue with -o.' },
  );
}

/** Whether a name has nothing of another period. */
export function namesPeriod(
  named: MatchedValues,
  values: Readonly<Record<PeriodPlaceholder, string>>,
): boolean {
  const names = Object.keys(periodKinds) as PeriodPlaceholder[];
  return names.every((name) => (named[name] ?? values[name]) === values[name]);
}

/** Also a damaged one, which is reported where the file is read. */
function hasRecord({ text }: SeriesFile): boolean {
  return text.search(recordOpening) >= 0;
}
