import type { WarningCode } from '../../../snapshot/warnings.ts';
import type { IssueFacts, PullRequestFacts } from '../read/items.ts';
import { unique } from '../read/walk.ts';
import { Failure } from '../request/failure.ts';
import type { Run } from '../run.ts';
import { findItems } from './items.ts';
import { findPullRequests } from './merged.ts';
import { activeRepositories } from './organization.ts';
import { surveyRepository, type Repository } from './repository.ts';

/** The first pages of what may have been active, each item once. */
export interface Found {
  pullRequests: PullRequestFacts[];
  issues: IssueFacts[];
  /** Why parts of it could not be read. */
  failures: Failure[];
  /** Whether no part could be read. */
  nothing: boolean;
}

/** Of so many repositories, counting at once saves a round trip more than it costs requests. */
const few = 5;

/** The organisations' repositories with anything new since the period's start. */
export async function findRepositories(
  run: Run,
  organizations: readonly string[],
): Promise<{ names: string[]; failures: Failure[] }> {
  const failures: Failure[] = [];
  const names = await Promise.all(
    organizations.map(async (login) => {
      try {
        const { names, complete } = await activeRepositories(run, login);
        if (!complete) {
          run.note('organization-cut', `Not all repositories of ${login} can be seen.`);
        }
        return names;
      } catch (error) {
        const failure = inOurWords(error, `organisation ${login}`, run);
        run.note('organization-missing', warningOf(failure, login));
        failures.push(failure);
        return [];
      }
    }),
  );
  return { names: names.flat(), failures };
}

/** Looks at each repository. The bad ones are noted, and left out. */
export async function survey(
  run: Run,
  names: readonly string[],
): Promise<{ repositories: Map<string, Repository>; failures: Failure[] }> {
  const failures: Failure[] = [];
  const repositories = new Map<string, Repository>();
  await Promise.all(
    names.map(async (name) => {
      try {
        repositories.set(name, await surveyRepository(run, name, names.length <= few));
      } catch (error) {
        const failure = inOurWords(error, `repository ${name}`, run);
        run.note(codeOf(failure), warningOf(failure, name), name);
        failures.push(failure);
      }
    }),
  );
  return { repositories, failures };
}

/** What may have been active in the repositories. A part that cannot be read leaves the others whole. */
export async function findAll(run: Run, repositories: readonly Repository[]): Promise<Found> {
  const failures: Failure[] = [];
  let succeeded = 0;
  const attempt = async <T>(name: string, what: string, read: Promise<T[]>): Promise<T[]> => {
    try {
      const items = await read;
      succeeded += 1;
      return items;
    } catch (error) {
      const failure = inOurWords(error, `repository ${name}`, run);
      const { message } = failure;
      run.note(codeOf(failure), `The ${what} of ${name} cannot be read: ${message}`, name);
      failures.push(failure);
      return [];
    }
  };
  const parts = await Promise.all(
    repositories.map(async (repository) => {
      const { nameWithOwner: name, hasIssues } = repository;
      return Promise.all([
        attempt(name, 'pull requests', findPullRequests(run, repository)),
        hasIssues ? attempt(name, 'issues', findItems(run, repository, run.issues)) : [],
      ]);
    }),
  );
  return {
    pullRequests: unique(
      parts.flatMap(([pullRequests]) => pullRequests),
      byId,
    ),
    issues: unique(
      parts.flatMap(([, issues]) => issues),
      byId,
    ),
    failures,
    nothing: succeeded === 0,
  };
}

const byId = ({ id }: { id: string }) => id;

/**
 * What is not there, GitHub tells in many ways, and sometimes by silence.
 *
 * @throws what is no failure
 */
function inOurWords(error: unknown, what: string, { host }: Run): Failure {
  if (!(error instanceof Failure)) throw error;
  if (error.kind !== 'not-found') return error;
  return new Failure('not-found', `There is no ${what} on ${host}`);
}

function warningOf({ kind, message }: Failure, name: string): string {
  return kind === 'not-found'
    ? `${message}, or the token may not read it.`
    : `${name} cannot be read: ${message}`;
}

function codeOf({ kind }: Failure): WarningCode {
  if (kind === 'not-found') return 'repository-missing';
  return kind === 'forbidden' ? 'repository-forbidden' : 'repository-unreadable';
}
