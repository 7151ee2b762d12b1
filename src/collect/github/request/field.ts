import type { GraphQLProblem } from './failures/classify.ts';
import type { Failure } from './failures/failure.ts';

/**
 * The purposes of requests, by the name of the operation, and how many units one request carries at
 * most. Fields of one operation share requests, also those of several repositories.
 */
export const operations = {
  /** Ids in the lists of repositories. */
  Survey: 1_000,
  /** Repositories in their owner's list. */
  Organization: 50,
  /** Searches, each for one number. */
  Counts: 100,
  /** Items. 100 is GitHub's longest page. */
  PullRequests: 100,
  Issues: 100,
  Checks: 100,
  /** Pull requests that may wait for review, eight for a unit. */
  Waiting: 50,
  /** Ids in a repository's own lists. */
  Listing: 1_000,
  /** Commits to default branches, releases and tags. */
  History: 2_000,
  /** Commits by id, eight for a unit. */
  Commits: 50,
  /** Nodes of the lists inside items. A page of pull requests asks for three times as many. */
  Lists: 5_000,
} as const;

export type Operation = keyof typeof operations;

/** One root field of a query: a question with its own variables and its own answer. */
export interface Field<T> {
  operation: Operation;
  /** The GraphQL, without an alias: `node(id: $id) { … }`. */
  text: string;
  /** Definitions of the fragments that the text spreads. */
  fragments?: readonly string[];
  variables: Record<string, { type: string; value: unknown }>;
  /** Its share of a request of the operation. Less than 1 in a lighter form. */
  units: number;
  /** Waits for other fields to fill a request with, while one of the operation is in flight. */
  deferrable?: boolean;
  /**
   * Reads the field's value.
   *
   * @param problems errors below the field: objects that are missing or forbidden
   * @throws {ValiError} when it isn't what was asked for, which counts as a failed attempt
   * @throws {Failure} when there is none
   */
  read(value: unknown, problems?: readonly GraphQLProblem[]): T;
  /** Called with the value after it was read, when the answer has no errors at or below the field. */
  onValue?(value: unknown): void;
  /** The question in parts of at most so many units each. Below one unit, in a lighter form. */
  split?: ((units: number) => { fields: Field<T>[]; join(parts: T[]): T }) | undefined;
  /** The value when GitHub can't answer, even the field alone. Without it, the failure is thrown. */
  unanswered?(failure: Failure): T;
  /** Rejects the question, if it still waits, when its answer is no longer needed. */
  signal?: AbortSignal;
  /** Given up first when GitHub keeps failing. */
  optional?: boolean;
}

/** Joins the parts of a question that becomes smaller instead of many. */
export function onlyPart<T>(parts: readonly T[]): T {
  const [part] = parts;
  if (part === undefined) throw new Error('A question was split into no parts.');
  return part;
}
