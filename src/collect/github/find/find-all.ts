import type { WarningCode } from '../../../snapshot/warnings.ts';
import type { IssueFacts, PullRequestFacts } from '../facts/item-facts.ts';
import { unique } from '../lists/walk.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { findItems } from './find-items.ts';
import { findPullRequests } from './find-pull-requests.ts';
import { activeRepositories } from '../survey/organization.ts';
import { surveyRepository, type Repository } from '../survey/repository.ts';

/** The first pages of what may have been active, each item once. */
export interface Found {
  pullRequests: PullRequestFacts[];
  issues: IssueFacts[];
  /** Why that is nothing to make a report of. */
  failure: Failure | null;
}

/** A repository or an organisation that cannot be read. */
interface Bad {
  name: string;
  failure: Failure;
}

/** The organisations' repositories with anything new since the period's start. */
export async function findRepositories(
  run: Run,
  organizations: readonly string[],
): Promise<{ names: string[]; bad: Bad[] }> {
  const bad: Bad[] = [];
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
        bad.push({ name: login, failure });
        return [];
      }
    }),
  );
  return { names: names.flat(), bad };
}

/** Looks at each repository. The bad ones are noted, and left out. */
export async function survey(
  run: Run,
  names: readonly string[],
): Promise<{ repositories: Map<string, Repository>; bad: Bad[] }> {
  const bad: Bad[] = [];
  const repositories = new Map<string, Repository>();
  await Promise.all(
    names.map(async (name) => {
      try {
        repositories.set(name, await surveyRepository(run, name));
      } catch (error) {
        const failure = inOurWords(error, `repository ${name}`, run);
        run.note(codeOf(failure), warningOf(failure, name), name);
        bad.push({ name, failure });
      }
    }),
  );
  return { repositories, bad };
}

/** What may have been active in the repositories. A part that cannot be read leaves the others whole. */
export async function findAll(run: Run, repositories: readonly Repository[]): Promise<Found> {
  const bad: Bad[] = [];
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
      bad.push({ name, failure });
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
  // In bad weather nobody can tell what a half is worth; what one may not see, one knows about.
  const isWhole = ({ nameWithOwner }: Repository) =>
    bad.every(({ name }) => name !== nameWithOwner);
  const hopeless = repositories.some(isWhole)
    ? undefined
    : bad.map(({ failure }) => failure).find(({ passes }) => passes || succeeded === 0);
  return {
    pullRequests: unique(
      parts.flatMap(([pullRequests]) => pullRequests),
      byId,
    ),
    issues: unique(
      parts.flatMap(([, issues]) => issues),
      byId,
    ),
    failure: hopeless ?? null,
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

/** Why none of them can be read. */
export function inOne([first, ...others]: readonly [Bad, ...Bad[]], { host }: Run): Failure {
  const { failure } = first;
  if (others.length === 0) return failure;
  const reasons = [first, ...others].map(({ name, failure: { kind, brief } }) =>
    kind === 'not-found' ? `${name} is not on ${host}` : `${name}: ${brief}`,
  );
  return new Failure(failure.kind, reasons.join('; '));
}
