import type { TimeWindow } from '../../period/earlier.ts';
import { compareTexts } from '../../period/instant.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { withFirstContained } from '../first-containing.ts';
import { assembleItems } from './assemble-items.ts';
import { directCommitOf } from './at-end/direct-commit.ts';
import { readDirectCommits } from './commits/direct-commits.ts';
import { firstCommits, readHistory } from './commits/history.ts';
import { defaultBranchNames } from './default-branches.ts';
import { findAll } from './find/find-all.ts';
import { countQuiet, historyOf, windowsToCount } from './survey/earlier-periods.ts';
import { readReleases } from './releases.ts';
import { RepositoryNames } from './repository-names.ts';
import { toSourceError } from './request/failures/source-errors.ts';
import type { Run } from './run.ts';
import { findWaiting } from './waiting/find-waiting.ts';
import { withWaiting } from './waiting/with-waiting.ts';
import { requireEffort } from './survey/require-effort.ts';
import { estimateEffort, surveyRequests } from './survey/estimate.ts';
import { surveyOrganizations, surveyRepositories } from './survey/survey-all.ts';
import { combinedFailure } from './survey/unreadable.ts';

type CollectedFacts = Pick<
  Snapshot,
  | 'repositories'
  | 'pullRequests'
  | 'issues'
  | 'commits'
  | 'releases'
  | 'defaultBranches'
  | 'history'
  | 'waiting'
>;

/** What is collected besides the period's items. */
interface CollectedBesides {
  /** The periods before that are counted. */
  earlier: readonly TimeWindow[];
  /** How many of the pull requests that wait longest for review. */
  waiting: number;
}

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
  { earlier, waiting: mostWaiting }: CollectedBesides,
): Promise<CollectedFacts> {
  const owned = await surveyOrganizations(run, organizations, earlier[0] ?? run.period);
  const requested = [...new Set([...asked, ...owned.names])];
  run.tally.repositories = requested;
  run.requester.allowance.expect(surveyRequests(owned.names));
  const windows = windowsToCount(run, earlier, requested.length + owned.quiet.length);
  const [{ repositories: surveyed, unreadable }, counted] = await Promise.all([
    surveyRepositories(run, requested, windows),
    countQuiet(run, owned.quiet, windows),
  ]);
  const [first, ...others] = [...unreadable, ...owned.unreadable];
  if (surveyed.size === 0 && first)
    throw toSourceError(combinedFailure([first, ...others], run), run.host);

  const names = new RepositoryNames(run, requested, surveyed);
  requireEffort(run, estimateEffort(names.repositories));
  const { repositories: readable } = names;
  const firstPage = firstCommits(readable.length);
  const [found, histories, releases, candidates] = await Promise.all([
    findAll(run, readable),
    Promise.all(readable.map((repository) => readHistory(run, repository, firstPage))),
    Promise.all(readable.map((repository) => readReleases(run, repository))),
    findWaiting(run, readable, mostWaiting),
  ]);
  if (found.failure) throw toSourceError(found.failure, run.host);

  const [{ pullRequests: active, issues, identities }, plain] = await Promise.all([
    assembleItems(run, found, names),
    Promise.all(
      readable.map(async (repository, index) => {
        const history = histories[index];
        return history ? readDirectCommits(run, repository, history, found.pullRequests) : [];
      }),
    ),
  ]);
  const { pullRequests, waiting } = await withWaiting(run, candidates, active, names);
  const commits = plain.flat().map((commit) => directCommitOf(commit, identities, run.server));
  const inTime = releases
    .flat()
    .toSorted((a, b) => compareTexts(a.release.publishedAt, b.release.publishedAt));
  const facts = {
    ...{ pullRequests, issues, commits },
    releases: withFirstContained(inTime, pullRequests, run.period),
  };
  const busy = new Set(
    Object.values(facts).flatMap((items) => items.map(({ repository }) => repository)),
  );
  const named = new Set(asked.map((name) => names.canonical(name)));
  const covered = readable.filter(({ nameWithOwner: name }) => named.has(name) || busy.has(name));
  return {
    repositories: covered.map(({ nameWithOwner }) => nameWithOwner),
    ...facts,
    commits: commits.toSorted((a, b) => compareTexts(a.at, b.at)),
    ...(windows.length > 0 && { history: historyOf(run, windows, names, counted) }),
    ...(mostWaiting > 0 && { waiting }),
    defaultBranches: covered.flatMap((repository) => {
      const branches = defaultBranchNames(repository, found.pullRequests);
      return branches.length > 0 ? { repository: repository.nameWithOwner, names: branches } : [];
    }),
  };
}
