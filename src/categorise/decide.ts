import type { Config } from '../config/schema/schema.ts';
import type { Section } from '../config/schema/section-schema.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import type { Claim, Decision } from './decision.ts';
import type { OtherBranch } from './other-branch.ts';
import { compileSections } from './section-claims.ts';

/** Decides the section of a pull request, from it and the issues it resolves. */
export type Decide = (pull: PullRequest, resolves: readonly Issue[]) => Decision;

/**
 * Compiles the config's rules once, for any number of pull requests.
 *
 * @param otherBranch for pull requests that have a section of their own by their branch
 */
export function compileRules(config: Config, otherBranch: OtherBranch = () => null): Decide {
  const byId = new Map(config.sections.map((section) => [section.id, section]));
  const overrides = new Map(
    Object.entries(config.overrides).map(([item, id]) => [item.toLowerCase(), id]),
  );
  const claimsOf = compileSections(config.sections);
  const fallback: Claim = { section: config.fallback, rule: 'fallback', pattern: '', evidence: '' };

  return (pull, resolves) => {
    const claims = [
      ...overrideClaims(pull, overrides, byId),
      ...branchClaims(otherBranch(pull)),
      ...claimsOf(pull, resolves),
    ];
    const [first, ...next] = claims;
    return first ? { ...first, next: [...next, fallback] } : { ...fallback, next: [] };
  };
}

/** The section of pull requests merged into other branches than the default. */
export const OTHER_BRANCHES = { id: 'other-branches', title: 'Other branches' };

function branchClaims(branch: string | null): Claim[] {
  const { id: section } = OTHER_BRANCHES;
  const pattern = 'branches.others';
  return branch === null ? [] : [{ section, rule: 'branch', pattern, evidence: branch }];
}

const LABEL_PREFIX = 'report/';

function overrideClaims(
  pull: PullRequest,
  overrides: ReadonlyMap<string, string>,
  sections: ReadonlyMap<string, Section>,
): Claim[] {
  const section = overrides.get(itemKey(pull));
  const configured: Claim[] =
    section === undefined
      ? []
      : [
          {
            section,
            rule: 'override',
            pattern: 'overrides',
            evidence: `${pull.repository}#${String(pull.number)}`,
          },
        ];
  const labelled = pull.labels.flatMap((label): Claim[] => {
    const id = label.toLowerCase().startsWith(LABEL_PREFIX)
      ? label.slice(LABEL_PREFIX.length).toLowerCase()
      : '';
    return sections.has(id)
      ? [{ section: id, rule: 'override', pattern: `${LABEL_PREFIX}*`, evidence: label }]
      : [];
  });
  return [...configured, ...labelled];
}
