import type { Snapshot } from '../../snapshot/schema.ts';
import type { SurveyedRepository } from './survey/survey-repository.ts';

/** Names that a default branch has as a rule. */
const usualNames = ['main', 'master', 'trunk', 'develop', 'devel', 'dev'];

/**
 * The names of each repository's default branch: that of today, and those before it was renamed, which
 * merged pull requests keep. An earlier one is a usual name that no branch has any more.
 *
 * @param lostBases of pull requests: bases that are no branches any more, by `owner/name`
 */
export function defaultBranchesOf(
  repositories: readonly SurveyedRepository[],
  lostBases: ReadonlyMap<string, ReadonlySet<string>>,
): Snapshot['defaultBranches'] {
  return repositories.flatMap(({ nameWithOwner: repository, defaultBranch }) => {
    if (defaultBranch === null) return [];
    const lost = lostBases.get(repository) ?? new Set();
    const earlier = usualNames.filter((name) => name !== defaultBranch && lost.has(name));
    return { repository, names: [defaultBranch, ...earlier] };
  });
}
