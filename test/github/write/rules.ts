import picomatch from 'picomatch';
import type { RuleInput } from '../data/git/input.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError } from '../errors.ts';

type Change = 'creation' | 'update' | 'deletion';

/** The rules of rulesets that hold for a branch, whoever is about to change it. */
export function rulesOf(repository: Repository, branch: string, login?: string): RuleInput[] {
  const matches = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && branch === repository.defaultBranch) ||
    picomatch.isMatch(`refs/heads/${branch}`, pattern);
  return repository.rulesets
    .filter(({ include, bypass = [] }) => include.some(matches) && !bypass.includes(login ?? ''))
    .flatMap(({ rules }) => rules);
}

/** @throws {ApiError} when a ruleset or a branch protection is against the change */
export function checkRules(
  repository: Repository,
  branch: string,
  change: Change,
  login: string,
): void {
  const found = rulesOf(repository, branch, login).flatMap((rule) => violation(rule, change));
  if (found.length > 0) {
    const message = `Repository rule violations found\n\n${found.join('\n\n')}\n\n`;
    throw new ApiError('FORBIDDEN', message);
  }
  if (change === 'creation') return;
  const refused = unprotected(repository, branch, change, login);
  if (refused !== null)
    throw new ApiError('FORBIDDEN', `protected branch '${branch}' check failed:\n${refused}`);
}

function violation(rule: RuleInput, change: Change): string[] {
  if (typeof rule !== 'string') {
    const { requiredStatusChecks: checks } = rule;
    if (change !== 'update') return [];
    return checks.length === 1
      ? [`Required status check "${checks[0]}" is expected.`]
      : [`${checks.length} of ${checks.length} required status checks are expected.`];
  }
  const messages: Partial<Record<RuleInput & string, [Change, string]>> = {
    creation: ['creation', 'Cannot create ref due to creations being restricted.'],
    update: ['update', 'Cannot update this protected ref.'],
    deletion: ['deletion', 'Cannot delete this protected ref.'],
    pull_request: ['update', 'Changes must be made through a pull request.'],
    // Commits by the API are signed.
  };
  const [on, message = ''] = messages[rule] ?? [];
  return on === change ? [message] : [];
}

function unprotected(
  { protections }: Repository,
  branch: string,
  change: Change,
  login: string,
): string | null {
  const protection = protections.get(branch);
  if (protection === undefined) return null;
  if (change === 'deletion') return 'Cannot delete this protected branch.';
  const {
    requiredApprovingReviewCount: reviews,
    requiredStatusChecks,
    pushAllowances,
  } = protection;
  if (pushAllowances && !pushAllowances.includes(login))
    return "You're not authorized to push to this branch. Visit https://docs.github.com/articles/about-protected-branches/ for more information.";
  if (reviews !== undefined) {
    const are = reviews === 1 ? 'review is' : 'reviews are';
    return `At least ${reviews} approving ${are} required by reviewers with write access.`;
  }
  const [check] = requiredStatusChecks ?? [];
  return check === undefined ? null : `Required status check "${check}" is expected.`;
}
