import type { SurveyedRepository } from './survey-repository.ts';

/** Up to this many candidates, reading the facts of all takes less than checking which were active. */
export const fewCandidates = 300;
/** Points for a page of 100 items, which depend on the lists inside. */
const points = { facts: { pullRequests: 6, issues: 3 }, check: { pullRequests: 3, issues: 1 } };

/** The fewest points that collecting takes. When fewer are left, it need not begin. */
export function estimatePoints(repositories: readonly SurveyedRepository[]): number {
  const { facts, check } = points;
  const sum = (count: (counts: SurveyedRepository['counts']) => number) =>
    repositories.reduce((total, { counts }) => total + count(counts), 0);
  const few = (items: number) => (items <= fewCandidates ? items : 0);
  const many = (items: number) => (items <= fewCandidates ? 0 : items);
  // Small repositories share pages.
  return [
    [sum(({ pullRequests }) => few(pullRequests)), facts.pullRequests],
    [sum(({ pullRequests }) => many(pullRequests)), check.pullRequests],
    [
      sum(({ pullRequests, merged }) => (many(pullRequests) > 0 ? merged : 0)),
      facts.pullRequests - check.pullRequests,
    ],
    [sum(({ issues }) => few(issues)), facts.issues],
    [sum(({ issues }) => many(issues)), check.issues],
  ].reduce((total, [items = 0, perPage = 0]) => total + Math.ceil(items / 100) * perPage, 1);
}

/** What a run takes when nothing fails. */
export interface Effort {
  items: number;
  requests: number;
  points: number;
  seconds: number;
}

/** A page of 100 items takes GitHub a few seconds, and several are asked for at once. */
const secondsPerRequest = 0.5;
/** GitHub's limit, which the run keeps. */
const pointsPerSecond = 1_600 / 60;

export function estimateEffort(repositories: readonly SurveyedRepository[]): Effort {
  const items = repositories.reduce(
    (sum, { counts: { pullRequests, issues } }) => sum + pullRequests + issues,
    0,
  );
  const points = estimatePoints(repositories);
  const requests = Math.ceil(4 + repositories.length / 10 + items / 80);
  const seconds = Math.ceil(Math.max(requests * secondsPerRequest, points / pointsPerSecond));
  return { items, requests, points, seconds };
}

/** About how many requests the first look takes at the repositories, organisations and cited items. */
export function surveyRequests(
  repositories: readonly unknown[],
  organizations: readonly unknown[] = [],
  cited: readonly unknown[] = [],
): number {
  return Math.ceil(repositories.length / 8 + organizations.length * 10 + cited.length / 100);
}
