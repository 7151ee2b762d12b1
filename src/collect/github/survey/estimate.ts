import type { SurveyedRepository } from './survey-repository.ts';

/** Up to this many candidates, reading the facts of all takes less than checking which were active. */
export const fewCandidates = 300;
/** Points for a page of 100 items, which depend on the lists inside. */
const points = { facts: { pullRequests: 6, issues: 3 }, check: { pullRequests: 3, issues: 1 } };

/** The fewest points that collecting takes. When fewer are left, it need not begin. */
export function estimatePoints(repositories: readonly SurveyedRepository[]): number {
  const pages = (items: number) => Math.ceil(items / 100);
  return repositories.reduce((sum, { counts }) => {
    const { pullRequests, issues, merged } = counts;
    const pulls =
      pullRequests <= fewCandidates
        ? pages(pullRequests) * points.facts.pullRequests
        : pages(pullRequests) * points.check.pullRequests +
          pages(merged) * (points.facts.pullRequests - points.check.pullRequests);
    const perPage = issues <= fewCandidates ? points.facts.issues : points.check.issues;
    return sum + pulls + pages(issues) * perPage;
  }, 1);
}
