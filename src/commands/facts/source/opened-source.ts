import type { Source } from '../../../collect/source.ts';

/** A source and the repositories (`owner/name`) to collect. */
export interface OpenedSource {
  source: Source;
  repositories: string[];
  /** Where they are, without a trailing slash. */
  server: string;
}
