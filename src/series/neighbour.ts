import type { Period } from '../period/period.ts';
import { quote } from '../markdown/quote.ts';

/** Another report of the series, as far as its record tells. */
export interface Neighbour {
  /** As messages name it. */
  path: string;
  side: 'before' | 'after';
  period: Pick<Period, 'start' | 'end'>;
}

/** What is wrong between a report's period and a neighbour's: days in both, or in none; else null. */
export function discord(
  { path, side, period }: Neighbour,
  own: Pick<Period, 'start' | 'end'>,
): { code: 'period-gap' | 'period-overlap'; message: string } | null {
  if (period.start === own.start && period.end === own.end) {
    return {
      code: 'period-overlap',
      message: `${quote(path)} is a report of the same period. To go on with that one, name it with -o.`,
    };
  }
  const before = side === 'before';
  const [earlier, later] = before ? [period.end, own.start] : [own.end, period.start];
  if (earlier === later) return null;
  const names = before ? [quote(path), 'this report'] : ['this report', quote(path)];
  const pair = names.join(' and ');
  return earlier < later
    ? { code: 'period-gap', message: `Between ${pair} a gap is left, from ${earlier} to ${later}.` }
    : {
        code: 'period-overlap',
        message: `${pair.charAt(0).toUpperCase()}${pair.slice(1)} overlap, from ${later} to ${earlier}.`,
      };
}
