import * as v from 'valibot';
import { classifyProblem } from './request/failures/classify.ts';
import { type ClientOptions, createClient } from './request/send/client.ts';
import { Failure } from './request/failures/failure.ts';
import { toSourceError } from './request/failures/source-errors.ts';

const labels = v.object({
  repository: v.object({
    labels: v.nullable(
      v.object({
        nodes: v.array(
          v.nullable(
            v.object({ name: v.string(), pullRequests: v.object({ totalCount: v.number() }) }),
          ),
        ),
      }),
    ),
  }),
});

export const labelsQuery = `query Labels($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    labels(first: 100, orderBy: { field: NAME, direction: ASC }) {
      nodes { name pullRequests(first: 1) { totalCount } }
    }
  }
}`;

/**
 * The labels that pull requests of a repository (`owner/name`) have, the most used first; of the
 * first hundred by name, for it is asked once only.
 *
 * @throws {SourceError} when there is no answer
 */
export async function repositoryLabels(
  repository: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<string[]> {
  const [owner = '', name = ''] = repository.split('/');
  try {
    const { data, problems } = await createClient(options).send(
      { text: labelsQuery, variables: { owner, name } },
      signal,
    );
    const parsed = v.safeParse(labels, data);
    if (!parsed.success) {
      const [problem] = problems.map(classifyProblem);
      if (problem && problem.kind !== 'not-found') throw problem;
      throw new Failure('not-found', `GitHub has no repository ${repository}`);
    }
    const nodes = parsed.output.repository.labels?.nodes ?? [];
    return nodes
      .filter((node) => node !== null)
      .filter(({ pullRequests }) => pullRequests.totalCount > 0)
      .sort((a, b) => b.pullRequests.totalCount - a.pullRequests.totalCount)
      .map((node) => node.name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw toSourceError(error, new URL(options.graphqlUrl).host);
  }
}
