import type { Period } from '../period/period.ts';

/** Another report of the series, as far as its record tells. */
export interface Neighbour {
  /** As messages name it. */
  path: string;
  side: 'before' | 'after';
  period: Pick<Period, 'start' | 'end'>;
}
