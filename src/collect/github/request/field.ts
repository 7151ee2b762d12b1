import type { Problem } from './failures/classify.ts';
import type { Failure } from './failures/failure.ts';

/**
 * What a request may be for: the operation's name, and how many units one request may carry at most.
 * Fields of one operation, also of several repositories, share requests.
 */
export const operations = {
  /** Ids in the lists of repositories. */
  Survey: 1_000,
  /** Repositories in their owner's list. */
  Organization: 50,
  /** Searches, each for one number. */
  Counts: 100,
  /** Items, 100 being GitHub's longest page. */
  PullRequests: 100,
  Issues: 100,
  Probe: 100,
  /** Ids in a repository's own lists. */
  Listing: 1_000,
  /** Nodes of the lists inside items: a page of pull requests asks for three times as many. */
  Lists: 5_000,
} as const;

export type Operation = keyof typeof operations;

/** One root field of a query: a question with its own variables and its own answer. */
export interface Field<T> {
  operation: Operation;
  /** Without an alias: `node(id: $id) { … }`. */
  text: string;
  /** Whole fragment definitions that the text spreads. */
  fragments?: readonly string[];
  variables: Record<string, { type: string; value: unknown }>;
  /** How much of its operation's request it takes; less than 1 in a lighter form. */
  units: number;
  /** Not worth a request of its own while others of the operation are in flight: it waits for company. */
  patient?: boolean;
  /**
   * Reads the field's value. The problems are those below it that say what is gone or forbidden.
   *
   * @throws {ValiError} when it is not what was asked for, which counts as a failed attempt
   * @throws {Failure} when it says that there is none
   */
  read(value: unknown, problems?: readonly Problem[]): T;
  /** Is told the value once it was read, when nothing was wrong with it or below it. */
  keep?(value: unknown): void;
  /** The same question in parts of at most so many units each; below one, in a lighter form. */
  shrink?: ((units: number) => { fields: Field<T>[]; join(parts: T[]): T }) | undefined;
  /** What it comes to when GitHub cannot answer it, even by itself. Otherwise the failure is thrown. */
  lost?(failure: Failure): T;
  /** The run goes on without its answer, even when GitHub answers nothing any more. */
  dispensable?: boolean;
}

/** For questions that become smaller instead of many. */
export function onlyPart<T>(parts: readonly T[]): T {
  const [part] = parts;
  if (part === undefined) throw new Error('A question was divided into nothing.');
  return part;
}
