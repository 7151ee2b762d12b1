import * as v from 'valibot';
import type { FilePattern } from '../../../placeholder/file-pattern.ts';
import { findPaths, type FoundPath } from '../../../placeholder/find-paths.ts';
import type { GitHubApi } from './github-api.ts';

const treeSchema = v.fallback(
  v.nullish(v.object({ entries: v.nullable(v.array(v.object({ name: v.string() }))) })),
  null,
);

const answerSchema = v.object({ repository: v.nullable(v.record(v.string(), v.unknown())) });

/** So many folders are listed in one request. */
const FOLDERS_AT_ONCE = 25;

/**
 * The paths in a commit that a pattern describes; none where there is no such commit.
 *
 * @param repository `owner/name`
 * @param at the commit, as a revision
 * @throws {SourceError} those of the API
 */
export async function listPaths(
  api: GitHubApi,
  repository: string,
  at: string,
  pattern: FilePattern,
): Promise<FoundPath[]> {
  const search = findPaths(pattern);
  let step = search.next();
  while (step.done !== true) {
    const folders = step.value;
    const names: string[][] = [];
    for (let from = 0; from < folders.length; from += FOLDERS_AT_ONCE) {
      const some = folders.slice(from, from + FOLDERS_AT_ONCE);
      names.push(...(await listFolders(api, repository, at, some)));
    }
    step = search.next(names);
  }
  return step.value;
}

async function listFolders(
  api: GitHubApi,
  repository: string,
  at: string,
  folders: readonly string[],
): Promise<string[][]> {
  const [owner = '', name = ''] = repository.split('/');
  const expressions = folders.map(
    (folder, index) => [`t${String(index)}`, `${at}:${folder}`] as const,
  );
  const text = [
    `query ActionFolders($owner: String!, $name: String!, ${expressions.map(([alias]) => `$${alias}: String!`).join(', ')}) {`,
    '  repository(owner: $owner, name: $name, followRenames: true) {',
    ...expressions.map(
      ([alias]) =>
        `    ${alias}: object(expression: $${alias}) { ... on Tree { entries { name } } }`,
    ),
    '  }',
    '}',
  ].join('\n');
  const variables = { owner, name, ...Object.fromEntries(expressions) };
  const answer = await api.query({ text, variables }, answerSchema);
  return expressions.map(([alias]) => {
    const tree = v.parse(treeSchema, answer.repository?.[alias]);
    return (tree?.entries ?? []).map((entry) => entry.name);
  });
}
