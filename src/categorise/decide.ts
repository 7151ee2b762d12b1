import type { Config } from '../config/schema/schema.ts';
import type { Section } from '../config/schema/section-schema.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import { type Claim, type Decision, sectionRules } from './decision.ts';
import type { OtherBranch } from './other-branch.ts';
import { authorMatch, labelMatch, type Matcher, pathMatch, pathsOf, titleMatch } from './match.ts';

/** Decides the section of a pull request, from it and the issues it resolves. */
export type Decide = (pull: PullRequest, resolves: readonly Issue[]) => Decision;

type SectionClaims = (pull: PullRequest, resolves: readonly Issue[]) => Omit<Claim, 'section'>[];

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
  const claimsBySection = config.sections
    .toSorted((a, b) => a.claims - b.claims)
    .map((section) => ({ section: section.id, claimsOf: compileSection(section) }));
  const fallback: Claim = { section: config.fallback, rule: 'fallback', pattern: '', evidence: '' };

  return (pull, resolves) => {
    const claims = [
      ...overrideClaims(pull, overrides, byId),
      ...branchClaims(otherBranch(pull)),
      ...claimsBySection.flatMap(({ section, claimsOf }) =>
        claimsOf(pull, resolves).map((found) => ({ section, ...found })),
      ),
    ];
    // The sort is stable: within one rule the sections keep their order.
    claims.sort((a, b) => sectionRules.indexOf(a.rule) - sectionRules.indexOf(b.rule));
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

/** A test for what makes a section claim a pull request; an empty list when nothing does. */
function compileSection(section: Section): SectionClaims {
  const repositories = section.repositories.map((name) => name.toLowerCase());
  const labels = labelMatch(section.labels);
  const titles = titleMatch(section.titles);
  const authors = authorMatch(section.authors);
  const paths = pathMatch(section.paths);
  const hasRules = [section.labels, section.titles, section.authors, section.paths].some(
    (list) => list.length > 0,
  );

  return (pull, resolves) => {
    if (repositories.length > 0 && !repositories.includes(pull.repository.toLowerCase())) return [];
    if (!hasRules) {
      const { repository } = pull;
      return repositories.length > 0
        ? [{ rule: 'repositories', pattern: repository, evidence: repository }]
        : [];
    }
    return [
      firstClaim('labels', pull.labels, labels),
      firstClaim('titles', [pull.title], titles),
      firstClaim('authors', pull.author.login === null ? [] : [pull.author.login], authors),
      firstClaim(
        'issue-labels',
        resolves.flatMap((issue) => issue.labels),
        labels,
      ),
      pathsClaim(pull, paths, section.share),
    ].flatMap((claim) => claim ?? []);
  };
}

/** The claim of the first value that a pattern matches; null when none does. */
function firstClaim(
  rule: Claim['rule'],
  values: readonly string[],
  match: Matcher,
): Omit<Claim, 'section'> | null {
  for (const evidence of values) {
    const pattern = match(evidence);
    if (pattern !== null) return { rule, pattern, evidence };
  }
  return null;
}

function pathsClaim(
  pull: PullRequest,
  match: Matcher,
  share: number | undefined,
): Omit<Claim, 'section'> | null {
  const files = pull.files ?? [];
  if (share !== undefined) {
    const matching = files.filter((file) => pathsOf(file).some((path) => match(path) !== null));
    if (matching.length < files.length * share) return null;
  }
  for (const file of files) {
    const found = firstClaim('paths', pathsOf(file), match);
    if (found) return found;
  }
  return null;
}
