import type { Snapshot } from '../../snapshot/schema.ts';
import { assemble } from './assemble.ts';
import { findAll, findRepositories, inOne, survey } from './find/find-all.ts';
import { estimate } from './survey/estimate.ts';
import { Names } from './repository-names.ts';
import { toSourceError } from './request/failures/source-errors.ts';
import type { Run } from './run.ts';

/**
 * Everything of the period: find what may have been active, read it to its end, and tell what it was
 * when the period ended.
 *
 * @throws {SourceError} when nothing could be read
 */
export async function collect(
  run: Run,
  asked: readonly string[],
  organizations: readonly string[],
): Promise<Pick<Snapshot, 'repositories' | 'pullRequests' | 'issues'>> {
  const owned = await findRepositories(run, organizations);
  const wanted = [...new Set([...asked, ...owned.names])];
  run.tally.repositories = wanted;
  const { repositories: surveyed, bad } = await survey(run, wanted);
  const [first, ...others] = [...bad, ...owned.bad];
  if (surveyed.size === 0 && first) throw toSourceError(inOne([first, ...others], run), run.host);

  const names = new Names(run, wanted, surveyed);
  run.requester.require(estimate(names.repositories));
  const found = await findAll(run, names.repositories);
  if (found.failure) throw toSourceError(found.failure, run.host);

  const { pullRequests, issues } = await assemble(run, found, names);
  const busy = new Set([...pullRequests, ...issues].map(({ repository }) => repository));
  const named = new Set(asked.map((name) => names.canonical(name)));
  const repositories = names.repositories
    .map(({ nameWithOwner }) => nameWithOwner)
    .filter((name) => named.has(name) || busy.has(name));
  return { repositories, pullRequests, issues };
}
