import type { Report } from '../../report/report.ts';

/** A report that is published, and what its file alone does not say. */
export interface PublishedReport {
  /** Its path is that from the root of the checkout, with slashes. */
  report: Report;
  /** As plain text. */
  title: string;
  /** The day of its place in the series, `YYYY-MM-DD`; empty when nothing dates it. */
  date: string;
  /** The instant of its last change. */
  updated: string;
  /** The repository, `owner/name`, of `#12`. */
  home: string | undefined;
}
