import type { Fragment } from '../facts/fragment.ts';
import { askByIds } from '../find/one-by-one/nodes-field.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';

/** GitHub's limit of ids. */
const mostIds = 100;

/** The commits that GitHub answers, by id. It lacks those that nobody can reach any more. */
export async function readCommitsById<T extends { id: string }>(
  run: Pick<Run, 'requester'>,
  fragment: Fragment<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const query = { type: 'Commit', operation: 'Commits', fragment } as const;
  const chunks: string[][] = [];
  for (let start = 0; start < ids.length; start += mostIds) {
    chunks.push(ids.slice(start, start + mostIds));
  }
  const answers = await Promise.all(
    chunks.map(async (chunk) => {
      try {
        return (await askByIds(run.requester, query, chunk)).items;
      } catch (error) {
        if (error instanceof Failure) return [];
        throw error;
      }
    }),
  );
  return new Map(answers.flat().map((commit) => [commit.id, commit]));
}
