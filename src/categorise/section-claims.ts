import type { Section } from '../config/schema/section-schema.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import { type Claim, sectionRules } from './decision.ts';
import { authorMatch, labelMatch, type Matcher, pathMatch, pathsOf, titleMatch } from './match.ts';

/** What the rules of sections see of a pull request. */
export type Sortable = Pick<PullRequest, 'repository' | 'title' | 'labels' | 'files'> & {
  author: Pick<PullRequest['author'], 'login'>;
};

type SectionClaims = (pull: Sortable, resolves: readonly Issue[]) => Omit<Claim, 'section'>[];

/** Compiles the rules of sections: a function that gives their claims, the strongest first. */
export function compileSections(
  sections: readonly Section[],
): (pull: Sortable, resolves: readonly Issue[]) => Claim[] {
  const inOrder = sections
    .toSorted((a, b) => a.claims - b.claims)
    .map((section) => ({ section: section.id, claimsOf: compileSection(section) }));
  return (pull, resolves) =>
    inOrder
      .flatMap(({ section, claimsOf }) =>
        claimsOf(pull, resolves).map((found) => ({ section, ...found })),
      )
      // The sort is stable: within one rule the sections keep their order.
      .sort((a, b) => sectionRules.indexOf(a.rule) - sectionRules.indexOf(b.rule));
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
  pull: Sortable,
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
