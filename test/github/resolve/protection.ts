import { pageOf, type PageArguments } from '../connection.ts';
import type { Branch } from '../data/branch.ts';
import type { RuleInput } from '../data/git/input.ts';
import type { Repository } from '../data/repository.ts';
import { rulesOf } from '../write/rules.ts';
import type { Resolvers } from './context.ts';

/** What stands in the way of a change, for those who may look. */
export const protection: Resolvers = {
  Repository: {
    // What GitHub says to an Action and to Apps nobody wrote down: here, what `contents` allows.
    viewerPermission: ({ collaborators }: Repository, _: unknown, { token }) => {
      if (token.isIntegration) return token.may('contents', 'write') ? 'WRITE' : 'READ';
      return collaborators === undefined ? 'ADMIN' : (collaborators[token.login] ?? 'READ');
    },
  },
  Ref: {
    // The settings of a repository are for its administrators.
    branchProtectionRule: ({ repository, name }: Branch, _: unknown, { token }) => {
      if (token.isIntegration) throw token.denial;
      const { requiredApprovingReviewCount: reviews, ...rule } =
        repository.protections.get(name) ?? {};
      if (!repository.protections.has(name)) return null;
      return {
        pattern: name,
        requiresApprovingReviews: reviews !== undefined,
        requiredApprovingReviewCount: reviews ?? null,
        requiresStatusChecks: rule.requiredStatusChecks !== undefined,
        requiredStatusCheckContexts: rule.requiredStatusChecks ?? [],
        restrictsPushes: rule.pushAllowances !== undefined,
      };
    },
    refUpdateRule: ({ repository, name }: Branch, _: unknown, { token }) => {
      const rule = repository.protections.get(name);
      if (rule === undefined) return null;
      const { pushAllowances: allowed } = rule;
      return {
        pattern: name,
        requiredApprovingReviewCount: rule.requiredApprovingReviewCount ?? null,
        requiredStatusCheckContexts: rule.requiredStatusChecks ?? [],
        viewerCanPush: allowed === undefined || allowed.includes(token.login),
      };
    },
    rules: ({ repository, name, id }: Branch, args: PageArguments) => {
      const rules = rulesOf(repository, name).map((rule, index) => ({
        __typename: 'RepositoryRule',
        id: `RRU_${id}_${index}`,
        type: typeOf(rule),
      }));
      return pageOf(rules, args, { name: `rules ${id}` });
    },
  },
};

function typeOf(rule: RuleInput): string {
  return typeof rule === 'string' ? rule.toUpperCase() : 'REQUIRED_STATUS_CHECKS';
}
