import type { RequestFacts } from '../collect/github/request/requester.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Output } from './environment.ts';

/** A line on each attempt, for `--verbose`. */
export function requestLog(output: Output): (facts: RequestFacts) => void {
  let number = 0;
  return ({ operation, fields, units, milliseconds, outcome, inFlight, pointsLeft }) => {
    number += 1;
    const left = pointsLeft === undefined ? '' : `, ${pointsLeft} points left`;
    output.write(
      `request ${number}: ${operation}, ${fields} questions, ${units} items, ${Math.round(milliseconds)} ms, ${plainText(outcome)} (${inFlight} in flight${left})\n`,
    );
  };
}
