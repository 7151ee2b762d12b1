import { SourceError, UsageError } from '../../errors.ts';
import type { Period } from '../../period/period.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import type { Progress, Source } from '../source.ts';
import { type Clone, openClone } from './clone.ts';
import { readAuthors, readCommits } from './commits.ts';
import { type DefaultBranch, defaultBranch } from './default-branch.ts';
import { GitFailure } from './git.ts';
import { type History, readHistory } from './history.ts';
import { type Landing, findLandings } from './landings.ts';
import { lastContact } from './last-contact.ts';
import { type Configuration, readConfiguration } from './remotes.ts';
import { tipToRead, toPullRequest } from './to-pull-request.ts';
import { limits, losses } from './warnings.ts';

export { findClone } from './find-clone.ts';

export interface GitSourceOptions {
  /** A directory of the clone: of a worktree, a bare one, a git directory. */
  directory: string;
  /** Where the repository lives: `https://github.com`, unless given. */
  server?: string;
  /** The instant of the collection; a source reads no clock. */
  now: string;
  /** The variables git is started with, less its own: `PATH`, `HOME`. */
  environment: NodeJS.ProcessEnv;
  report?: (progress: Progress) => void;
}

/**
 * Reads merged pull requests from a local clone with git itself: no network, no token, nothing
 * written, and none of the programs that a configuration can name. The committer date on the
 * first-parent history of the default branch is the date of a merge.
 *
 * @throws {UsageError} `git-one-repository`, `git-directory-missing`
 * @throws {SourceError} `git-missing`, `git-not-a-repository`, `git-foreign-owner`, `git-empty`,
 *   `git-partial-clone`, `git-failed`
 */
export function gitSource(options: GitSourceOptions): Source {
  const { directory, server = 'https://github.com', now, environment } = options;
  return {
    async collect(repositories, period, signal) {
      const repository = theOne(repositories);
      const report = (stage: string, items: number, total?: number): void => {
        options.report?.({
          ...{ repository, stage, items, requests: 0 },
          ...(total === undefined ? {} : { total }),
        });
      };
      const clone = await openClone(directory, environment, signal);
      const configuration = await readConfiguration(clone.git, server);
      const branch = await defaultBranch(clone.git, configuration, repository);
      const history = await readHistory(clone, branch.tip, (commits) => {
        report('history', commits);
      });
      const landed = landedIn(period, history);
      report('details', 0, landed.length);
      const place = { clone, branch, repository, server };
      const pullRequests = await read(landed, place).catch((error: unknown) => {
        throw partialClone(error, clone, configuration);
      });
      report('details', landed.length, landed.length);

      const { bare, remotes } = configuration;
      const follows = branch.remote !== null || (bare && remotes.length > 0);
      const collected = {
        ...{ repository, period, branch, history, pullRequests, now },
        lastContact: follows ? await lastContact(clone, branch) : null,
      };
      const missing = losses(collected);
      return {
        schemaVersion: 1,
        period,
        server,
        repositories: [repository],
        pullRequests,
        issues: [],
        collected: { source: 'git', at: now, requests: 0, points: 0 },
        complete: missing.length === 0,
        warnings: [...limits(collected), ...missing],
      };
    },
  };
}

function theOne(repositories: readonly string[]): string {
  const [repository] = repositories;
  if (repository !== undefined && repositories.length === 1) return repository;
  const given = repositories.length === 0 ? 'none was named' : `not ${repositories.join(', ')}`;
  throw new UsageError('git-one-repository', `A local clone is one repository: ${given}.`, {
    hint: 'Name the one it is a clone of with --repo owner/name, or use --source github for several.',
  });
}

/** The landings inside the period by their number, oldest first. */
function landedIn(period: Period, history: History): Landing[][] {
  const start = Date.parse(period.start) / 1000;
  const end = Date.parse(period.end) / 1000;
  const byNumber = new Map<number, Landing[]>();
  for (const landing of findLandings(history.merges)) {
    const time = landing.commits.at(-1)?.time ?? NaN;
    if (!(start <= time && time < end)) continue;
    const { number } = landing.pull;
    byNumber.set(number, [...(byNumber.get(number) ?? []), landing]);
  }
  return [...byNumber.values()];
}

/** A partial clone would fetch the files it lacks, which is not done here. */
function partialClone(error: unknown, { git }: Clone, { promisor }: Configuration): unknown {
  if (promisor === null || !(error instanceof GitFailure)) return error;
  const message = `The clone is partial, and lacks files that the period needs: ${error.reason}.`;
  return new SourceError('git-partial-clone', message, {
    hint: `Fetch them with: git -C ${JSON.stringify(git.directory)} fetch --refetch --no-filter ${promisor}`,
    cause: error,
  });
}

interface Place {
  clone: Clone;
  branch: DefaultBranch;
  repository: string;
  server: string;
}

/** In the order they were merged. */
async function read(
  landed: readonly (readonly Landing[])[],
  { clone: { git, shallow }, branch, repository, server }: Place,
): Promise<PullRequest[]> {
  const landings = landed.flat();
  const hashes = new Set(landings.flatMap(({ commits }) => commits.map(({ hash }) => hash)));
  const tips = landings.map((landing) => tipToRead(landing, repository));
  const [commits, authors] = await Promise.all([
    readCommits(git, [...hashes]),
    readAuthors(
      git,
      tips.filter((tip) => tip !== null),
    ),
  ]);
  const known = { repository, server, base: branch.name, commits, tips: authors, shallow };
  return landed
    .map((ofOne) => toPullRequest(ofOne, known))
    .toSorted((a, b) => Date.parse(a.mergedAt ?? '') - Date.parse(b.mergedAt ?? ''));
}
