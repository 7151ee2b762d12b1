import type { Config } from '../config/schema.ts';
import type { Section } from '../config/section-schema.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import { type Claim, type Decision, rules } from './decision.ts';
import { authorMatch, labelMatch, pathMatch, pathsOf, titleMatch } from './match.ts';

export type Decide = (pull: PullRequest, resolves: readonly Issue[]) => Decision;

type Claimant = (pull: PullRequest, resolves: readonly Issue[]) => Omit<Claim, 'section'>[];

/** Compiles the config's rules once, for any number of pull requests. */
export function compileRules(config: Config): Decide {
  const byId = new Map(config.sections.map((section) => [section.id, section]));
  const overrides = new Map(
    Object.entries(config.overrides).map(([item, id]) => [item.toLowerCase(), id]),
  );
  const claimants = config.sections
    .toSorted((a, b) => a.claims - b.claims)
    .map((section) => ({ section: section.id, claim: compileSection(section) }));
  const fallback: Claim = { section: config.fallback, rule: 'fallback', pattern: '', evidence: '' };

  return (pull, resolves) => {
    const claims = [
      ...overridesOf(pull, overrides, byId),
      ...claimants.flatMap(({ section, claim }) =>
        claim(pull, resolves).map((found) => ({ section, ...found })),
      ),
    ];
    // Sorting is stable: within one rule the order of the claimants stays.
    claims.sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule));
    const [first, ...next] = claims;
    return first ? { ...first, next: [...next, fallback] } : { ...fallback, next: [] };
  };
}

const LABEL_PREFIX = 'report/';

function overridesOf(
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

function compileSection(section: Section): Claimant {
  const repositories = section.repositories.map((name) => name.toLowerCase());
  const labels = labelMatch(section.labels);
  const titles = titleMatch(section.titles);
  const authors = authorMatch(section.authors);
  const paths = pathMatch(section.paths);
  const ruled = [section.labels, section.titles, section.authors, section.paths].some(
    (list) => list.length > 0,
  );

  return (pull, resolves) => {
    if (repositories.length > 0 && !repositories.includes(pull.repository.toLowerCase())) return [];
    if (!ruled) {
      const { repository } = pull;
      return repositories.length > 0
        ? [{ rule: 'repositories', pattern: repository, evidence: repository }]
        : [];
    }
    return [
      first('labels', pull.labels, labels),
      first('titles', [pull.title], titles),
      first('authors', pull.author.login === null ? [] : [pull.author.login], authors),
      first(
        'issue-labels',
        resolves.flatMap((issue) => issue.labels),
        labels,
      ),
      pathsClaim(pull, paths, section.share),
    ].flatMap((claim) => claim ?? []);
  };
}

function first(
  rule: Claim['rule'],
  values: readonly string[],
  match: (value: string) => string | null,
): Omit<Claim, 'section'> | null {
  for (const evidence of values) {
    const pattern = match(evidence);
    if (pattern !== null) return { rule, pattern, evidence };
  }
  return null;
}

function pathsClaim(
  pull: PullRequest,
  match: (path: string) => string | null,
  share: number | undefined,
): Omit<Claim, 'section'> | null {
  const files = pull.files ?? [];
  if (share !== undefined) {
    const matching = files.filter((file) => pathsOf(file).some((path) => match(path) !== null));
    if (matching.length < files.length * share) return null;
  }
  for (const file of files) {
    const found = first('paths', pathsOf(file), match);
    if (found) return found;
  }
  return null;
}
