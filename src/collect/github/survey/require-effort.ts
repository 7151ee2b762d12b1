import { mostRequests } from '../request/limits/allowance.ts';
import { tooMuchError } from '../request/failures/source-errors.ts';
import type { Run } from '../run.ts';
import type { Effort } from './estimate.ts';

/**
 * Checks that the run may take so much, allows it, and tells how much it is.
 *
 * @throws {SourceError} when it is too much
 */
export function requireEffort(run: Run, effort: Effort): void {
  const { requester, host } = run;
  const { requests, points } = effort;
  if (requests > mostRequests) throw tooMuchError(host, requests, mostRequests);
  requester.require(points);
  requester.allowance.expect(requests);
  run.onEstimate({ host, ...effort, mostRequests: requester.allowance.requests });
}
