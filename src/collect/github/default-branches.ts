import { POSSIBLE_BRANCHES } from '../usual-branches.ts';
import type { PullRequestFacts } from './facts/item-facts.ts';
import type { SurveyedRepository } from './survey/survey-repository.ts';

/**
 * The names of a repository's default branch: that of today, and those before it was renamed, which
 * merged pull requests keep. An earlier one is a usual name of a base that is no branch any more. Empty
 * when there is no default branch.
 */
export function defaultBranchNames(
  { nameWithOwner, defaultBranch }: SurveyedRepository,
  pulls: readonly PullRequestFacts[],
): string[] {
  if (defaultBranch === null) return [];
  const lost = pulls
    .filter(({ repository, baseExists }) => repository === nameWithOwner && !baseExists)
    .map(({ base }) => base);
  const earlier = POSSIBLE_BRANCHES.filter((name) => lost.includes(name));
  return [...new Set([defaultBranch, ...earlier])];
}
