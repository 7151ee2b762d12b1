import type { Job } from '../queue.ts';
import type { Failure, FailureKind } from './failure.ts';

/** Attempts at one question before it counts as unanswerable. */
export const mostAttempts = 10;
/** Attempts at one whose loss is a mere warning. */
const mostAttemptsIfReplaceable = 4;
/** Attempts after an error that devreport doesn't know, and at an answer that is too long. */
const [mostAttemptsIfUnexplained, mostAttemptsIfOversized] = [3, 2];
/** Failures of a question before less is asked for. */
export const failuresBeforeSplit = 2;
/** Limits in a row after which the run ends. */
const mostLimits = 18;
/** Failures in a row for a run without any answer, when GitHub seems to be elsewhere. */
const mostFailuresAtFirst = 4;
/** How long a run goes on without an answer: milliseconds. */
const longestSilence = 60_000;
/** How long a run pauses after failures in all, and how much longer for each answer: milliseconds. */
const [pausesInAll, pausesForAnswer] = [45_000, 500];
/** Failures in a row after which optional questions are given up. */
const mostFailuresIfOptional = 8;
const longestPause = 4_000;

/** What to do with a question after a failed attempt. */
export type RetryDecision =
  /** End the run: no question can succeed. */
  | 'stop'
  /** Give up this question alone. */
  | 'give up'
  /** Wait for the limit, then ask again. */
  | 'wait'
  /** Ask again after a pause. */
  | 'again'
  /** Ask for less after a pause. */
  | 'smaller';

/** How the run's requests are doing. */
export interface RunHealth {
  /** Requests that brought an answer. */
  answers: number;
  /** Failures since the last one. */
  failuresInARow: number;
  /** Milliseconds since the last one, or since the first failure, without waits for limits. */
  silentFor: number;
  /** Milliseconds of all pauses after failures. */
  paused: number;
}

/** @param canShrink whether there is less to ask for: fewer questions, or parts of one */
export function decideRetry(
  { kind, weight }: Pick<Failure, 'kind' | 'weight'>,
  { failures, field }: Pick<Job, 'failures' | 'field'>,
  canShrink: boolean,
  health: RunHealth,
): RetryDecision {
  const { failuresInARow } = health;
  switch (kind) {
    case 'unauthorized':
    case 'redirected':
    case 'untrusted':
    case 'refused':
    case 'wrong-endpoint':
      return 'stop';
    case 'rate-limited':
    case 'secondary-limited':
      return failuresInARow < mostLimits ? 'wait' : 'stop';
    case 'forbidden':
    case 'not-found':
      return 'give up';
    case 'heavy':
    case 'oversized':
    case 'unavailable':
    case 'unreachable':
    case 'unexplained':
      if (field.optional && failuresInARow >= mostFailuresIfOptional) return 'give up';
      if (isHopeless(kind, health)) return 'stop';
      if (canShrink) return 'smaller';
      return failures + weight < attemptsAt(kind, field) ? 'again' : 'give up';
  }
}

function attemptsAt(kind: FailureKind, field: Job['field']): number {
  if (kind === 'oversized') return mostAttemptsIfOversized;
  if (kind === 'unexplained') return mostAttemptsIfUnexplained;
  return field.unanswered ? mostAttemptsIfReplaceable : mostAttempts;
}

function isHopeless(kind: FailureKind, health: RunHealth): boolean {
  const { answers, failuresInARow, silentFor, paused } = health;
  if (silentFor >= longestSilence || paused >= pausesInAll + answers * pausesForAnswer) return true;
  const isElsewhere = kind === 'unreachable' || kind === 'unexplained';
  return isElsewhere && answers === 0 && failuresInARow >= mostFailuresAtFirst;
}

/** How long to leave a failing server alone, in milliseconds: 250, 500, … 4,000. */
export function pauseAfter(failuresInARow: number): number {
  return Math.min(longestPause, 125 * 2 ** failuresInARow);
}
