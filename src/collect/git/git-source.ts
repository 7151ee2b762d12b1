import type { Config } from '../../config/schema/schema.ts';
import { SourceError, UsageError } from '../../errors.ts';
import { periodsBefore } from '../../period/earlier.ts';
import { unknownCounts } from '../../snapshot/history-schema.ts';
import { type Knowledge, sources } from '../../snapshot/sources.ts';
import { isMissing } from '../../snapshot/warnings.ts';
import { withFirstContained } from '../first-containing.ts';
import type { Progress, Source } from '../source.ts';
import type { CloneConfiguration } from './clone/configuration.ts';
import { USUAL_BRANCHES } from '../usual-branches.ts';
import { type DefaultBranch, readDefaultBranch } from './clone/default-branch.ts';
import { lastFetch } from './clone/last-fetch.ts';
import { hasLocalAttributes } from './clone/local-attributes.ts';
import { type Clone, openClone } from './clone/open-clone.ts';
import { readTags } from './clone/read-tags.ts';
import { requireRepository } from './clone/require-repository.ts';
import { GitFailure } from './command/git-failure.ts';
import { type PeopleHistory, readPeople } from './people/read-people.ts';
import { readMergedPullRequests } from './pull-request/merged-pull-requests.ts';
import { commitsOfTags } from './pull-request/tag-commits.ts';
import { missingFrom, notesOn } from './warnings.ts';

export interface GitSourceOptions {
  /** Any directory of the clone: in a worktree, a bare clone or a git directory. */
  directory: string;
  /** Where the repository is: `https://github.com`, unless given. */
  server?: string;
  /** The instant of the collection; a source reads no clock. */
  now: string;
  /** The variables that git is started with, except `GIT_*`: `PATH`, `HOME`. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds without a sign of life after which git is ended; a minute unless given. */
  patience?: number;
  /** In how many periods before the merged pull requests are counted. */
  earlierPeriods?: number | undefined;
  /** What the config says about people: machine accounts, and the logins of names and addresses. */
  people?: Config['people'] | undefined;
  /** Where to keep who wrote the history; undefined to keep nothing. */
  cacheFolder?: string | undefined;
  onCacheTrouble?: (message: string) => void;
  report?: (progress: Progress) => void;
}

/**
 * Reads merged pull requests from a local clone with git itself: without network or token, without
 * writing, and without starting a program that a configuration names. The committer date on the
 * mainline of the default branch dates a merge.
 *
 * @throws {UsageError} `git-one-repository`, `git-other-repository`, `git-directory-missing`
 * @throws {SourceError} `git-missing`, `git-not-a-repository`, `git-foreign-owner`, `git-empty`,
 *   `git-partial-clone`, `git-too-old`, `git-file-unreadable`, `git-silent`, `git-failed`
 */
export function gitSource(options: GitSourceOptions): Source {
  const { directory, server = 'https://github.com', now, environment, patience } = options;
  return {
    async collect(repositories, period, signal, cited = []) {
      const repository = onlyRepository(repositories);
      const report = (stage: string, items: number, total?: number): void => {
        options.report?.({
          ...{ repositories: [repository], stage, items, requests: 0 },
          ...(total === undefined ? {} : { total }),
        });
      };
      const earlier = periodsBefore(period, options.earlierPeriods ?? 0);
      const clone = await openClone(directory, environment, signal, patience);
      const { configuration, branch } = await readDefaultBranch(clone.git, server, repository);
      const otherOwner = requireRepository(repository, configuration, clone.git.directory);
      const numbers = cited
        .filter((item) => item.repository.toLowerCase() === repository.toLowerCase())
        .map(({ number }) => number);
      const [start, end] = [Date.parse(period.start) / 1000, Date.parse(period.end) / 1000];
      const isInside = (time: number): boolean => start <= time && time < end;
      const tags = await readTags(clone.git, repository, isInside).catch((error: unknown) => {
        if (error instanceof GitFailure) return error.reason;
        throw error;
      });
      const people = readPeople(clone, branch.tip, {
        ...{ repository, server, people: options.people ?? { bots: [], aliases: {} } },
        cache: {
          ...{ folder: options.cacheFolder, now },
          onUnusable: (message) => options.onCacheTrouble?.(message),
        },
      });
      const project = {
        ...{ repository, server, branches: namesOf(branch) },
        remotes: ownRemotes(configuration, repository),
      };
      const { pullRequests, summary, direct, ...read } = await readMergedPullRequests(
        { clone, branch, project, people },
        { period, cited: new Set(numbers), earlier },
        (commits) => {
          report('history', commits);
        },
      ).catch((error: unknown) => {
        throw partialClone(error, clone, configuration);
      });
      report('details', pullRequests.length, pullRequests.length);
      const { graph, isWhole } = read.people;
      const tagged = await commitsOfTags(typeof tags === 'string' ? [] : tags, {
        ...{ git: clone.git, tip: branch.tip, graph },
        isWhole: isWhole || clone.shallow.size > 0,
      });

      const { bare, remotes } = configuration;
      const isFetched = branch.remote !== null || (bare && remotes.length > 0);
      const collection = {
        ...{ repository, period, branch, summary, pullRequests, now, otherOwner },
        ...{ unclear: read.unclear, tagsUnreadable: typeof tags === 'string' ? tags : null },
        lacksMailmap: read.people.lacksMailmap,
        lastFetch: isFetched ? await lastFetch(clone, branch) : null,
        hasLocalAttributes: hasLocalAttributes(clone),
      };
      const warnings = [...notesOn(collection), ...missingFrom(collection)];
      return {
        schemaVersion: 1,
        period,
        server,
        repositories: [repository],
        pullRequests,
        issues: [],
        commits: direct,
        releases: withFirstContained(tagged, pullRequests, period),
        defaultBranches:
          branch.name === null
            ? []
            : [{ repository, names: [branch.name, ...branch.earlierNames] }],
        ...(earlier.length > 0 && {
          history: earlier.map((window, index) => ({
            ...window,
            repositories: [
              { repository, ...unknownCounts, pullsMerged: read.earlier[index] ?? null },
            ],
          })),
        }),
        collected: { source: 'git', knows: knownBy(read.people), at: now, requests: 0, points: 0 },
        complete: !warnings.some(isMissing),
        warnings,
      };
    },
  };
}

/** By which the default branch may be named where it was merged into itself. */
function namesOf({ name, earlierNames, rival }: DefaultBranch): string[] {
  if (name === null) return USUAL_BRANCHES;
  // After a renaming nothing may be left of the old branch.
  return [name, ...earlierNames, ...(name === 'main' && rival === null ? ['master'] : [])];
}

/** The remotes that have the repository, in this clone, and as a rule in those of its developers. */
function ownRemotes({ remotes }: CloneConfiguration, repository: string): string[] {
  const own = remotes.filter((remote) => {
    return remote.repository?.toLowerCase() === repository.toLowerCase();
  });
  return ['origin', 'upstream', ...own.map(({ name }) => name)];
}

/** What a clone without its first commits can't know: whether somebody's pull request was the first. */
function knownBy({ isWhole }: PeopleHistory): readonly Knowledge[] {
  const all: readonly Knowledge[] = sources.git.knows;
  return isWhole ? all : all.filter((known) => known !== 'newcomers');
}

function onlyRepository(repositories: readonly string[]): string {
  const [repository] = repositories;
  if (repository !== undefined && repositories.length === 1) return repository;
  const message =
    repository === undefined
      ? 'The repository of the local clone is unknown.'
      : `A local clone has one repository, not ${String(repositories.length)}: ${repositories.join(', ')}.`;
  throw new UsageError('git-one-repository', message, {
    hint: 'Name the repository of the clone with --repo owner/name, or use --source github for several.',
  });
}

/** Git would have to fetch the files that a partial clone lacks, and no source of facts fetches. */
function partialClone(error: unknown, { git }: Clone, { promisor }: CloneConfiguration): unknown {
  if (promisor === null || !(error instanceof GitFailure)) return error;
  const message = `The partial clone lacks files that the period needs: ${error.reason}.`;
  return new SourceError('git-partial-clone', message, {
    hint: `Fetch them with: git -C ${JSON.stringify(git.directory)} fetch --refetch --no-filter ${promisor}`,
    cause: error,
  });
}
