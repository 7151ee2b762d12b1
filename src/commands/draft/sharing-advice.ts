import { cadenceOf } from '../../period/cadence.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import { periodValues } from '../../placeholder/report-placeholders.ts';
import type { SharingAdvice } from '../../revise/refuse.ts';
import type { CommandSettings } from '../facts/settings.ts';

/** The placeholders that tell two periods apart, the most telling first. */
const distinctions = ['cadence', 'date', 'start', 'end'] as const;

/** What to add to the pattern of a series whose reports of two periods would share a file. */
export function sharingAdvice(
  period: Period,
  { config, placeOf }: Pick<CommandSettings, 'config' | 'placeOf'>,
): SharingAdvice {
  return (had) => {
    const { names } = filePattern(config.file);
    const own = periodValues(period);
    const other = periodValues({
      ...had,
      kind: cadenceOf(had),
      date: dateOf(secondBefore(had.end), had.timezone),
    });
    const missing = distinctions.find((name) => !names.has(name) && own[name] !== other[name]);
    if (missing === undefined) return null;
    const where = placeOf('file');
    const found = `${where === null ? 'file in the config' : `file in ${where}`}, now "${config.file}"`;
    return `To keep both in files of their own, add {${missing}} to ${found}.`;
  };
}
