import type { Job } from '../queue.ts';
import type { FailureKind } from './failure.ts';

/** Attempts at one question before it counts as unanswerable. */
export const mostAttempts = 10;
/** Attempts at one whose loss is a mere warning. */
const mostAttemptsIfReplaceable = 4;
/** Failures of a question before less is asked for. */
export const failuresBeforeSplit = 2;
/** Failures in a row, of any questions, after which GitHub counts as unavailable. */
const mostFailures = 18;
/** The same for a run without any answer, when GitHub seems unreachable. */
const mostFailuresIfUnreachable = 4;
/** How long to wait for the first answer: milliseconds. */
const longestSilence = 60_000;
/** Failures in a row after which optional questions are given up. */
const mostFailuresIfOptional = 8;
const longestPause = 8_000;

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
  /** Whether any request was ever answered. */
  everAnswered: boolean;
  /** Failures since the last answer. */
  failuresInARow: number;
  /** Milliseconds since the first of them. */
  failingFor: number;
}

/** @param canShrink whether there is less to ask for: fewer questions, or parts of one */
export function decideRetry(
  kind: FailureKind,
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
      return failuresInARow < mostFailures ? 'wait' : 'stop';
    case 'forbidden':
    case 'not-found':
      return 'give up';
    case 'heavy':
    case 'unavailable':
    case 'unreachable': {
      if (field.optional && failuresInARow >= mostFailuresIfOptional) return 'give up';
      if (failuresInARow >= mostFailures || isHopeless(kind, health)) return 'stop';
      if (canShrink) return 'smaller';
      const most = field.unanswered ? mostAttemptsIfReplaceable : mostAttempts;
      return failures + 1 < most ? 'again' : 'give up';
    }
  }
}

function isHopeless(kind: FailureKind, health: RunHealth): boolean {
  if (health.everAnswered) return false;
  return (
    health.failingFor >= longestSilence ||
    (kind === 'unreachable' && health.failuresInARow >= mostFailuresIfUnreachable)
  );
}

/** How long to leave a failing server alone, in milliseconds: 250, 500, … 8,000. */
export function pauseAfter(failuresInARow: number): number {
  return Math.min(longestPause, 125 * 2 ** failuresInARow);
}
