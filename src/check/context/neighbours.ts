import type { AdjacentReport } from '../../series/adjacent.ts';
import type { WordUse } from '../spelling/word-use.ts';
import type { NeighbourReport } from './neighbour-report.ts';

/** The reports beside one; none is read before a rule asks. */
export interface Neighbours {
  /** Those of the series just before and after, with the periods in their records. */
  adjacent(): readonly AdjacentReport[];
  /** The last ones of the series before, newest first. */
  earlier(): readonly ReportBefore[];
  /** What those around it are written with. */
  words(): readonly WordUse[];
}

export interface ReportBefore {
  /** As messages name it. */
  path: string;
  report: NeighbourReport;
}

/** Of a report that stands alone. */
export const noNeighbours: Neighbours = {
  adjacent: () => [],
  earlier: () => [],
  words: () => [],
};
