import type { PullRequest } from '../snapshot/schema.ts';

/** Everything of a repository that a config can be proposed from. */
export interface Known {
  /** `owner/name`; null when it is not known. */
  repository: string | null;
  /** Where it lives, without a trailing slash. */
  server: string;
  /** Earlier reports, oldest first. */
  reports: readonly EarlierReport[];
  /** Pull requests merged in the time of the reports. */
  pulls: readonly PullRequest[];
  /** The settings of other tools, those that are there. */
  labeler: Settings | null;
  release: Settings | null;
  drafter: Settings | null;
  owners: SettingsFile | null;
  /** The repository's labels, the most used first. */
  labels: readonly string[];
  changes: Changes;
}

/** What each change of the last year touched: paths. */
export type Changes = readonly (readonly string[])[];

export interface EarlierReport {
  /** `YYYY-MM-DD`, from its name; null when that tells none. */
  date: string | null;
  text: string;
}

export interface SettingsFile {
  /** As it is shown: `.github/CODEOWNERS`. */
  path: string;
  text: string;
}

/** What a YAML file sets. */
export interface Settings {
  path: string;
  options: Readonly<Record<string, unknown>>;
}
