import * as v from 'valibot';
import type { Person } from '../../snapshot/schema.ts';
import { mapped, nullable, object, scalar, sparseArray } from './facts/fact.ts';
import { actor } from './facts/people.ts';
import { dateTime } from './facts/scalars.ts';
import { oneAnswer } from './one-answer.ts';
import type { ClientOptions } from './request/send/client.ts';

/** Longer lines are cut: their beginnings show whether they are alike. */
const LONGEST_LINE = 200;

/** A merged pull request, and what was said below it first. */
export interface CommentedPull {
  author: Person;
  /** An instant. */
  createdAt: string;
  comments: PullComment[];
}

export interface PullComment {
  by: Person;
  /** An instant. */
  at: string;
  /** The first line that is not blank, in Markdown. */
  line: string;
}

const comment = object({
  by: { field: 'author', ...actor },
  at: { field: 'createdAt', ...scalar(dateTime) },
  line: { field: 'body', ...mapped(scalar(v.string()), firstLine) },
});

const pullRequest = object({
  author: actor,
  createdAt: scalar(dateTime),
  comments: {
    field: 'comments(first: 10)',
    ...nullable(object({ nodes: sparseArray(comment) })),
  },
});

const answer = object({
  repository: {
    field: 'repository(owner: $owner, name: $name)',
    ...object({
      // Comments are long: a page of a hundred pull requests could take GitHub too long.
      commented: {
        field:
          'pullRequests(states: MERGED, first: 50, orderBy: { field: UPDATED_AT, direction: DESC })',
        ...nullable(object({ nodes: sparseArray(pullRequest) })),
      },
    }),
  },
});

export const commentsQuery = `query Comments($owner: String!, $name: String!) ${answer.selection}`;

/**
 * The first comments on the pull requests of a repository (`owner/name`) that were merged last. In one
 * request.
 *
 * @throws {SourceError} when GitHub does not answer
 */
export async function recentComments(
  repository: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<CommentedPull[]> {
  const found = await oneAnswer(commentsQuery, answer, repository, options, signal);
  const isThere = <Value>(value: Value | null): value is Value => value !== null;
  return (found.repository.commented?.nodes ?? []).filter(isThere).map((pull) => ({
    ...pull,
    comments: (pull.comments?.nodes ?? []).filter(isThere),
  }));
}

function firstLine(body: string): string {
  return (
    body
      .trimStart()
      .slice(0, LONGEST_LINE)
      .split(/[\r\n]/, 1)[0] ?? ''
  );
}
