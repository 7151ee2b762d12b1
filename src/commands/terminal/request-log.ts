import type { RequestAttempt } from '../../collect/github/request/attempt.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { many } from '../../markdown/many.ts';

/** Prints a line for each attempt at a request, for `--verbose`. */
export function requestLog(print: (line: string) => void): (facts: RequestAttempt) => void {
  let number = 0;
  return ({ operation, fields, units, milliseconds, attempt, ...facts }) => {
    number += 1;
    const { outcome, inFlight, pointsLeft } = facts;
    const what = `${operation}, ${many(fields, 'question')}, ${many(units, 'item')}`;
    const again = attempt === 1 ? '' : `, attempt ${attempt}`;
    const left = pointsLeft === undefined ? '' : `, ${many(pointsLeft, 'point')} left`;
    print(
      `request ${number}: ${what}, ${Math.round(milliseconds)} ms${again}, ` +
        `${plainText(outcome)} (${inFlight} in flight${left})`,
    );
  };
}
