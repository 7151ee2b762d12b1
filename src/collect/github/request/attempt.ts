import type { Operation } from './field.ts';

/** One attempt, for those who want to see each. */
export interface RequestFacts {
  operation: Operation;
  /** Questions in it, and the units they take. */
  fields: number;
  units: number;
  milliseconds: number;
  /** Which attempt it was for the question asked most often: 1 unless something failed. */
  attempt: number;
  /** `ok`, or why it failed. */
  outcome: string;
  inFlight: number;
  pointsLeft: number | undefined;
}
