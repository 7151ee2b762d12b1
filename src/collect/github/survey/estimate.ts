import type { Repository } from './repository.ts';

/** Points that a page of 100 costs, by its lists inside. */
const points = { details: { pullRequests: 6, issues: 3 }, probe: { pullRequests: 3, issues: 1 } };
/** Below so many, details are read of all. */
const few = 300;

/** The fewest points that collecting takes: when not even those are left, it need not begin. */
export function estimate(repositories: readonly Repository[]): number {
  const pages = (items: number) => Math.ceil(items / 100);
  return repositories.reduce((sum, { counts }) => {
    const { pullRequests, issues, merged } = counts;
    const pulls =
      pullRequests <= few
        ? pages(pullRequests) * points.details.pullRequests
        : pages(pullRequests) * points.probe.pullRequests +
          pages(merged) * (points.details.pullRequests - points.probe.pullRequests);
    const per = issues <= few ? points.details.issues : points.probe.issues;
    return sum + pulls + pages(issues) * per;
  }, 1);
}
