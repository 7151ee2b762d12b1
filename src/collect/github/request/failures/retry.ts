import type { FailureKind } from './failure.ts';
import type { Job } from '../queue.ts';

/** Attempts at one and the same question before it counts as unanswerable. */
export const attempts = 10;
/** Fewer where the loss can be named. */
const attemptsAtNameable = 4;
/** So often the same is asked again, before less is asked for. */
export const patience = 2;
/** Troubles in a row, whatever was asked, after which GitHub counts as unavailable. */
const troubles = 18;
/** So many are enough when nothing was ever answered, and there seems to be no way to GitHub. */
const troublesWithoutWay = 4;
/** When nothing was ever answered, it is not waited for longer: milliseconds. */
const longestSilence = 60_000;
/** So many are enough when nothing is left to ask for but what the run can do without. */
const troublesForLittle = 8;
const longestPause = 8_000;

/** What follows from a failed attempt. */
export type Verdict =
  /** Nothing of this run can succeed. */
  | 'stop'
  /** This question has no answer; others may. */
  | 'give up'
  /** Pause for the limit, then ask again. */
  | 'wait'
  /** Pause a little, then ask again. */
  | 'again'
  /** The same, but for less. */
  | 'smaller';

/** How the run fares. */
export interface Fortune {
  /** Whether anything was ever answered. */
  answered: boolean;
  /** Troubles since the last good answer. */
  troubles: number;
  /** For how long, in milliseconds. */
  since: number;
}

/** @param smaller whether there is less to ask for, in smaller company or in parts */
export function judge(
  kind: FailureKind,
  { failures, field }: Pick<Job, 'failures' | 'field'>,
  smaller: boolean,
  fortune: Fortune,
): Verdict {
  const inARow = fortune.troubles;
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
    case 'unreachable': {
      if (field.dispensable && inARow >= troublesForLittle) return 'give up';
      if (inARow >= troubles || isHopeless(kind, fortune)) return 'stop';
      if (smaller) return 'smaller';
      const most = field.lost ? attemptsAtNameable : attempts;
      return failures + 1 < most ? 'again' : 'give up';
    }
  }
}

function isHopeless(kind: FailureKind, { answered, troubles, since }: Fortune): boolean {
  if (answered) return false;
  return since >= longestSilence || (kind === 'unreachable' && troubles >= troublesWithoutWay);
}

/** How long to leave a server in trouble alone, in milliseconds: 0.25 s, 0.5 s, … 8 s. */
export function pauseAfter(inARow: number): number {
  return Math.min(longestPause, 125 * 2 ** inARow);
}
