import type { Estimate } from '../../collect/source.ts';
import { many } from '../../markdown/many.ts';

/** How much a run may take, in one line. */
export function estimateMessage(estimate: Estimate): string {
  const { host, items, requests, points, seconds, mostRequests } = estimate;
  const effort = `${many(requests, 'request')}, ${many(points, 'point')} and ${many(seconds, 'second')}`;
  return `About ${effort} for ${many(items, 'item')} on ${host}; at most ${many(mostRequests, 'request')}.`;
}
