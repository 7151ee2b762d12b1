import { SourceError, UsageError } from '../../errors.ts';
import { sources } from '../../snapshot/sources.ts';
import { isMissing } from '../../snapshot/warnings.ts';
import type { Progress, Source } from '../source.ts';
import { type Clone, openClone } from './clone.ts';
import { defaultBranch, detachedHead, readRefs } from './default-branch.ts';
import { GitFailure } from './git.ts';
import { lastContact } from './last-contact.ts';
import { readMergedPulls } from './merged-pulls.ts';
import { ownAttributes } from './own-attributes.ts';
import { type Configuration, readConfiguration } from './remotes.ts';
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
  environment: Readonly<Record<string, string | undefined>>;
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
    async collect(repositories, period, signal, cited = []) {
      const repository = theOne(repositories);
      const report = (stage: string, items: number, total?: number): void => {
        options.report?.({
          ...{ repositories: [repository], stage, items, requests: 0 },
          ...(total === undefined ? {} : { total }),
        });
      };
      const clone = await openClone(directory, environment, signal);
      const [configuration, refs] = await Promise.all([
        readConfiguration(clone.git, server),
        readRefs(clone.git),
      ]);
      const branch =
        defaultBranch(refs, configuration, repository) ?? (await detachedHead(clone.git));
      const place = { clone, branch, repository, server };
      const named = cited.filter((item) => isSame(item.repository, repository));
      const numbers = new Set(named.map(({ number }) => number));
      const { pullRequests, extent } = await readMergedPulls(place, period, numbers, (commits) => {
        report('history', commits);
      }).catch((error: unknown) => {
        throw partialClone(error, clone, configuration);
      });
      report('details', pullRequests.length, pullRequests.length);

      const { bare, remotes } = configuration;
      const follows = branch.remote !== null || (bare && remotes.length > 0);
      const collected = {
        ...{ repository, period, branch, extent, pullRequests, now },
        lastContact: follows ? await lastContact(clone, branch) : null,
        ownAttributes: await ownAttributes(clone),
      };
      const warnings = [...limits(collected), ...losses(collected)];
      return {
        schemaVersion: 1,
        period,
        server,
        repositories: [repository],
        pullRequests,
        issues: [],
        collected: { source: 'git', knows: sources.git.knows, at: now, requests: 0, points: 0 },
        complete: !warnings.some(isMissing),
        warnings,
      };
    },
  };
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

function theOne(repositories: readonly string[]): string {
  const [repository] = repositories;
  if (repository !== undefined && repositories.length === 1) return repository;
  const given = repositories.length === 0 ? 'none was named' : `not ${repositories.join(', ')}`;
  throw new UsageError('git-one-repository', `A local clone is one repository: ${given}.`, {
    hint: 'Name the one it is a clone of with --repo owner/name, or use --source github for several.',
  });
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
