/** The files around a report. Paths are relative to the root, with slashes and without `..`. */
export interface Checkout {
  /** The report's own path. */
  report: string;
  /** Whether there is a file or folder; the root itself is the empty path. */
  exists(path: string): boolean;
  /** The text of a file; null for a missing one. */
  read(path: string): string | null;
}
