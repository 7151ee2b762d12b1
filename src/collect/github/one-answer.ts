import * as v from 'valibot';
import type { Fact } from './facts/fact.ts';
import { classifyProblem } from './request/failures/classify.ts';
import { Failure } from './request/failures/failure.ts';
import { toSourceError } from './request/failures/source-errors.ts';
import { type ClientOptions, createClient } from './request/send/client.ts';

/**
 * What GitHub answers to one question about a repository (`owner/name`), which the query gets as
 * `$owner` and `$name`. In one request, without a second attempt.
 *
 * @throws {SourceError} when GitHub does not answer
 */
export async function oneAnswer<Schema extends v.GenericSchema>(
  text: string,
  { schema }: Fact<Schema>,
  repository: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<v.InferOutput<Schema>> {
  const [owner = '', name = ''] = repository.split('/');
  try {
    const { data, problems } = await createClient(options).send(
      { text, variables: { owner, name } },
      signal,
    );
    const parsed = v.safeParse(schema, data);
    if (parsed.success) return parsed.output;
    const [problem] = problems.map(classifyProblem);
    if (problem && problem.kind !== 'not-found') throw problem;
    throw new Failure('not-found', `GitHub has no repository ${repository}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw toSourceError(error, new URL(options.graphqlUrl).host);
  }
}
