import type { PullRequest } from '../snapshot/schema.ts';
import type { Spellings } from './heading.ts';
import type { ChangeGroups } from './settings/change-group.ts';
import type { EarlierReport } from './reports/earlier-report.ts';

/** Everything about a project that a config can be proposed from. */
export interface Project {
  /** `owner/name`; null when unknown. */
  repository: string | null;
  /** The URL of its server, without a trailing slash. */
  server: string;
  /** Oldest first. */
  reports: readonly EarlierReport[];
  /** The folder of dated texts that most changes were made to; absent where the repository has another purpose. */
  textsIn?: string;
  /** Pull requests merged around the dates of the reports. */
  pulls: readonly MergedPull[];
  /** `.github/labeler.yml`. This and the other files are null when missing. */
  labeler: ToolSettings | null;
  /** `.github/release.yml`. */
  release: ToolSettings | null;
  /** `.github/release-drafter.yml`. */
  drafter: ToolSettings | null;
  codeOwners: ProjectFile | null;
  /** How tools that make a changelog or check titles group the changes; the most trusted first. */
  groups: readonly ChangeGroups[];
  /** The repository's labels, the most used first. */
  labels: readonly string[];
  /** Those that new issues get from the issue forms; absent for none. */
  issueLabels?: readonly string[];
  changes: YearOfChanges;
  /** When these changes were made; the last year unless something else is known. */
  span?: string;
  /** The titles of these changes: of pull requests where they are known, else of commits. */
  titles: readonly string[];
  /** How these write words that have capitals inside. */
  spellings: Spellings;
  /** Changes that the sections should divide; empty when any sections will do. */
  tried: readonly TriedChange[];
  /** Those of the last month, the newest first; of the period where that is all that is known. */
  month: readonly TriedChange[];
}

/** A merged pull request, as far as the history of a clone shows it. */
export type MergedPull = Pick<
  PullRequest,
  'repository' | 'number' | 'title' | 'labels' | 'files' | 'mergedAt'
>;

/** A change as the rules of sections see it. */
export interface TriedChange {
  /** `owner/name`; absent where all are of one. */
  repository?: string;
  title: string;
  labels: readonly string[];
  paths: readonly string[];
  /** Those of them that people have written; absent where all are. A config can't tell them from the others. */
  written?: readonly string[];
}

/** The paths that each change of the last year touched. */
export type YearOfChanges = readonly (readonly string[])[];

export interface ProjectFile {
  /** Relative to the root: `.github/CODEOWNERS`. */
  path: string;
  text: string;
}

/** The options that a YAML file of another tool sets. */
export interface ToolSettings {
  path: string;
  options: Readonly<Record<string, unknown>>;
}
