import type { Snapshot } from '../../snapshot/schema.ts';
import { assembleItems } from './assemble-items.ts';
import { findAll } from './find/find-all.ts';
import { RepositoryNames } from './repository-names.ts';
import { toSourceError } from './request/failures/source-errors.ts';
import type { Run } from './run.ts';
import { requireEffort } from './survey/require-effort.ts';
import { estimateEffort, surveyRequests } from './survey/estimate.ts';
import { surveyOrganizations, surveyRepositories } from './survey/survey-all.ts';
import { combinedFailure } from './survey/unreadable.ts';

/**
 * Reads the period: surveys the repositories, finds what may have been active, reads it to its end,
 * and works out what it was when the period ended.
 *
 * @throws {SourceError} when nothing can be read
 */
export async function collect(
  run: Run,
  asked: readonly string[],
  organizations: readonly string[],
): Promise<Pick<Snapshot, 'repositories' | 'pullRequests' | 'issues'>> {
  const owned = await surveyOrganizations(run, organizations);
  const requested = [...new Set([...asked, ...owned.names])];
  run.tally.repositories = requested;
  run.requester.allowance.expect(surveyRequests(owned.names));
  const { repositories: surveyed, unreadable } = await surveyRepositories(run, requested);
  const [first, ...others] = [...unreadable, ...owned.unreadable];
  if (surveyed.size === 0 && first)
    throw toSourceError(combinedFailure([first, ...others], run), run.host);

  const names = new RepositoryNames(run, requested, surveyed);
  requireEffort(run, estimateEffort(names.repositories));
  const found = await findAll(run, names.repositories);
  if (found.failure) throw toSourceError(found.failure, run.host);

  const { pullRequests, issues } = await assembleItems(run, found, names);
  const busy = new Set([...pullRequests, ...issues].map(({ repository }) => repository));
  const named = new Set(asked.map((name) => names.canonical(name)));
  const repositories = names.repositories
    .map(({ nameWithOwner }) => nameWithOwner)
    .filter((name) => named.has(name) || busy.has(name));
  return { repositories, pullRequests, issues };
}
