import type { Operation } from './field.ts';

/** One attempt at a request, for a log. */
export interface RequestAttempt {
  operation: Operation;
  /** Questions in the request, and the units they take. */
  fields: number;
  units: number;
  milliseconds: number;
  /** The highest number of attempts at one of the questions: 1 unless something failed. */
  attempt: number;
  /** `ok`, or why it failed. */
  outcome: string;
  inFlight: number;
  pointsLeft: number | undefined;
}
