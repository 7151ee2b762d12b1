import type { IssueFacts, PullRequestFacts } from '../facts/item-facts.ts';
import { uniqueNodes } from '../lists/read-pages.ts';
import type { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import type { SurveyedRepository } from '../survey/survey-repository.ts';
import { failureOf, unreadableCode, type Unreadable } from '../survey/unreadable.ts';
import { findItems } from './find-items.ts';
import { findPullRequests } from './find-pull-requests.ts';
import { findRemarked, isRemarkedLately } from './remarked.ts';

/** The facts of what may have been active, each item once. */
export interface FoundItems {
  pullRequests: PullRequestFacts[];
  issues: IssueFacts[];
  /** The ids of pull requests with a comment that may have a line for the changelog. */
  remarked: ReadonlySet<string>;
  /** Why no report can be made of them. */
  failure: Failure | null;
}

/** What may have been active in the repositories. Warns of a part that can't be read, and goes on. */
export async function findAll(
  run: Run,
  repositories: readonly SurveyedRepository[],
): Promise<FoundItems> {
  const unreadable: Unreadable[] = [];
  let partsRead = 0;
  const attempt = async <T>(name: string, part: string, read: Promise<T[]>): Promise<T[]> => {
    try {
      const items = await read;
      partsRead += 1;
      return items;
    } catch (error) {
      const failure = failureOf(error, `Repository ${name}`, run);
      const message = `Cannot read the ${part} of ${name}: ${failure.message}`;
      run.warn(unreadableCode(failure), message, name);
      unreadable.push({ name, failure });
      return [];
    }
  };
  const parts = await Promise.all(
    repositories.map(async (repository) => {
      const { nameWithOwner: name, hasIssues } = repository;
      return Promise.all([
        attempt(name, 'pull requests', findPullRequests(run, repository)),
        hasIssues ? attempt(name, 'issues', findItems(run, repository, run.issues)) : [],
        findRemarked(run, repository),
      ]);
    }),
  );
  const isRead = ({ nameWithOwner }: SurveyedRepository) =>
    unreadable.every(({ name }) => name !== nameWithOwner);
  // After a transient failure, half a repository can't be trusted. After a refusal, it is all there is.
  const fatal = repositories.some(isRead)
    ? undefined
    : unreadable
        .map(({ failure }) => failure)
        .find(({ isTransient }) => isTransient || partsRead === 0);
  const pullRequests = uniqueNodes(
    parts.flatMap(([found]) => found),
    byId,
  );
  const lately = pullRequests.filter((pull) => isRemarkedLately(pull, run));
  return {
    pullRequests,
    remarked: new Set([...parts.flatMap(([, , ids]) => ids), ...lately.map(byId)]),
    issues: uniqueNodes(
      parts.flatMap(([, issues]) => issues),
      byId,
    ),
    failure: fatal ?? null,
  };
}

const byId = ({ id }: { id: string }) => id;
