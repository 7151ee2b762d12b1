/** What is wrong with a config, and where in it. */
export interface ConfigIssue {
  /** Keys and indexes, from the root. */
  path: (string | number)[];
  message: string;
}
