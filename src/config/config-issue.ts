/** A mistake in a config. */
export interface ConfigIssue {
  /** The keys and indexes that lead to it from the root. */
  path: (string | number)[];
  message: string;
}
