import type { LastTime, ReportBeside } from './view.ts';

/** What the last report said in the parts that every report has. */
export interface LastWords {
  introduction: LastTime | null;
  /** By title. */
  closing: ReadonlyMap<string, LastTime>;
}

/** What the other reports of the series say. */
export interface Previously extends LastWords {
  /** The date (`2017-05-08`) of the newest that names an item (`owner/name#12`, lower case), or null. */
  reportedOn: (item: string) => string | null;
  previous: ReportBeside | null;
  next: ReportBeside | null;
}

/** What the first report of a series knows of earlier ones. */
export const nothingBefore: Previously = {
  introduction: null,
  closing: new Map(),
  reportedOn: () => null,
  previous: null,
  next: null,
};
