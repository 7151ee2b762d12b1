import { nullable, object, scalar, sparseArray } from './facts/fact.ts';
import { count, shortText } from './facts/scalars.ts';
import { oneAnswer } from './one-answer.ts';
import type { ClientOptions } from './request/send/client.ts';

const usedLabel = object({
  name: scalar(shortText),
  pullRequests: {
    field: 'pullRequests(first: 1)',
    ...object({ totalCount: scalar(count) }),
  },
});

const labelledPull = object({
  number: scalar(count),
  labels: {
    field: 'labels(first: 30)',
    ...nullable(object({ nodes: sparseArray(object({ name: scalar(shortText) })) })),
  },
});

const answer = object({
  repository: {
    field: 'repository(owner: $owner, name: $name)',
    ...object({
      labels: {
        field: 'labels(first: 100, orderBy: { field: NAME, direction: ASC })',
        ...nullable(object({ nodes: sparseArray(usedLabel) })),
      },
      merged: {
        field:
          'pullRequests(states: MERGED, first: 100, orderBy: { field: UPDATED_AT, direction: DESC })',
        ...nullable(object({ nodes: sparseArray(labelledPull) })),
      },
    }),
  },
});

export const labelsQuery = `query Labels($owner: String!, $name: String!) ${answer.selection}`;

/** How a repository uses its labels. */
export interface LabelsInUse {
  /** Those on pull requests, the most used first. */
  labels: string[];
  /** The labels of the pull requests that were merged last, by their numbers. */
  pulls: ReadonlyMap<number, readonly string[]>;
}

/**
 * The labels on pull requests of a repository (`owner/name`). In one request, which covers the first
 * hundred labels by name, and a hundred pull requests.
 *
 * @throws {SourceError} when GitHub does not answer
 */
export async function repositoryLabels(
  repository: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<LabelsInUse> {
  const { repository: found } = await oneAnswer(labelsQuery, answer, repository, options, signal);
  const { labels, merged } = found;
  const pulls = new Map<number, string[]>();
  for (const pull of merged?.nodes ?? []) {
    if (pull)
      pulls.set(
        pull.number,
        (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
      );
  }
  const used = (labels?.nodes ?? [])
    .filter((node) => node !== null)
    .filter(({ pullRequests }) => pullRequests.totalCount > 0)
    .sort((a, b) => b.pullRequests.totalCount - a.pullRequests.totalCount)
    .map((node) => node.name);
  return { labels: used, pulls };
}
