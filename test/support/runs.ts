import process from 'node:process';
import type { Parameters } from 'fast-check';

const { RUNS, SEED = '20170508' } = process.env;

/** The share of its examples that each property tries; a fifth of them where somebody waits. */
export const factor = Number(RUNS ?? 0.2);

/** Whether there is time for the tests that take seconds each: CI has it. */
export const isThorough = factor > 1;

/** Milliseconds for what others do. A busy machine may stand still for half a minute. */
export const patience = 90_000;

/** How many examples a property tries, and which: the same in each run, others with another seed. */
export function runs<Arguments>(count: number): Parameters<Arguments> {
  return { numRuns: Math.ceil(count * factor), seed: Number(SEED) };
}
