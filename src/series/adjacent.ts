import { quote } from '../markdown/quote.ts';
import type { Period } from '../period/period.ts';

type Window = Pick<Period, 'start' | 'end'>;

/** The report just before or after another one of its series, with the period in its record. */
export interface AdjacentReport {
  /** As messages name it. */
  path: string;
  side: 'before' | 'after';
  period: Window;
}

/** A gap or an overlap between the periods of two adjacent reports. */
export interface PeriodMismatch {
  code: 'period-gap' | 'period-overlap';
  message: string;
}

/** The gap or overlap between two adjacent reports; null when one starts where the other ends. */
export function periodMismatch(
  { path, side, period }: AdjacentReport,
  own: Window,
): PeriodMismatch | null {
  if (period.start === own.start && period.end === own.end) {
    return {
      code: 'period-overlap',
      message: `${quote(path)} covers the same period. Use -o to continue that report.`,
    };
  }
  const before = side === 'before';
  const [earlier, later] = before ? [period.end, own.start] : [own.end, period.start];
  if (earlier === later) return null;
  const names = before ? [quote(path), 'this report'] : ['this report', quote(path)];
  const pair = names.join(' and ');
  return earlier < later
    ? { code: 'period-gap', message: `No report covers ${earlier} to ${later}, between ${pair}.` }
    : {
        code: 'period-overlap',
        message: `${pair.charAt(0).toUpperCase()}${pair.slice(1)} overlap, from ${later} to ${earlier}.`,
      };
}
