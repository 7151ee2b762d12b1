import type { FailureKind } from './failure.ts';

/** Attempts at one and the same question before it counts as unanswerable. */
export const attempts = 6;
/** Troubles in a row, whatever was asked, after which GitHub counts as unavailable. */
const troubles = 14;
const longestPause = 8_000;

/** What follows from a failed attempt. */
export type Verdict =
  /** Nothing of this run can succeed. */
  | 'stop'
  /** This question has no answer; others may. */
  | 'give up'
  /** Pause for the limit, then ask again. */
  | 'wait'
  /** Pause a little, then ask again, for less if it was too much. */
  | 'again';

/**
 * @param times how often the question failed already, not counting when it could still be made smaller
 * @param inARow troubles since the last good answer
 */
export function judge(kind: FailureKind, times: number, inARow: number): Verdict {
  switch (kind) {
    case 'unauthorized':
    case 'redirected':
    case 'untrusted':
    case 'refused':
    case 'wrong-endpoint':
      return 'stop';
    case 'rate-limited':
    case 'secondary-limited':
      return inARow < troubles ? 'wait' : 'stop';
    case 'forbidden':
    case 'not-found':
      return 'give up';
    case 'heavy':
    case 'unavailable':
    case 'unreachable':
      if (inARow >= troubles) return 'stop';
      return times + 1 < attempts ? 'again' : 'give up';
  }
}

/** How long to leave a server in trouble alone, in milliseconds: 0.25 s, 0.5 s, … 8 s. */
export function pauseAfter(inARow: number): number {
  return Math.min(longestPause, 125 * 2 ** inARow);
}
