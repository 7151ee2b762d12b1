import { posix } from 'node:path';
import * as v from 'valibot';
import { Failure } from '../../../collect/github/request/failures/failure.ts';
import { SourceError } from '../../../errors.ts';
import type { GraphQLDocument } from '../../../collect/github/request/send/document.ts';
import { blobFragment, maybeBlobSchema, wholeText } from './blob.ts';
import type { GitHubApi } from './github-api.ts';

/** The repository of the workflow, and the branch that its reports belong to. */
export interface Base {
  /** The node ID of the repository. */
  id: string;
  /** `owner/name`, as GitHub spells it now. */
  repository: string;
  /** The branch, and the commit that it points to. */
  branch: string;
  oid: string;
}

/** Files of a branch, by their paths in the repository. */
export type RepositoryFiles = Map<string, string>;

export interface BaseRequest {
  /** `owner/name`. */
  repository: string;
  /** Null for the default branch. */
  branch: string | null;
  /** Paths that may be there. */
  files: readonly string[];
  /** Folders whose Markdown or Handlebars files are read, too. */
  folders: readonly string[];
}

export interface BaseFiles {
  base: Base;
  files: RepositoryFiles;
  /** The paths of the files in the folders, also of those without a text. */
  listed: string[];
}

const treeSchema = v.fallback(
  v.nullish(
    v.object({
      entries: v.nullable(
        v.array(v.object({ name: v.string(), type: v.string(), object: maybeBlobSchema })),
      ),
    }),
  ),
  null,
);

const answerSchema = v.object({
  repository: v.nullable(
    v.objectWithRest(
      {
        id: v.string(),
        nameWithOwner: v.string(),
        base: v.nullable(v.object({ name: v.string(), target: v.object({ oid: v.string() }) })),
      },
      v.unknown(),
    ),
  ),
});

/** Of so many files the texts are read in one request, where all of them are too much. */
const TEXTS_AT_ONCE = 25;

/**
 * Reads files of a branch without a checkout: in one request, unless they are too much for that.
 * What GitHub does not give as text is left out.
 *
 * @throws {SourceError} `repository-unreadable`, `base-missing`, and those of the API
 */
export async function readBase(api: GitHubApi, request: BaseRequest): Promise<BaseFiles> {
  const head = request.branch === null ? 'HEAD' : `refs/heads/${request.branch}`;
  try {
    return await readFiles(api, request, head, true);
  } catch (error) {
    if (!isTooMuch(error)) throw error;
  }
  const { base, files, listed } = await readFiles(api, request, head, false);
  for (const [path, text] of await readTexts(api, request, base.oid, listed)) files.set(path, text);
  return { base, files, listed };
}

/**
 * The texts of files in a commit of a branch, as `readBase` reads them.
 *
 * @param at the commit, as a revision
 */
export async function readTexts(
  api: GitHubApi,
  { repository, branch }: Pick<BaseRequest, 'repository' | 'branch'>,
  at: string,
  paths: readonly string[],
): Promise<RepositoryFiles> {
  const texts: RepositoryFiles = new Map();
  for (let from = 0; from < paths.length; from += TEXTS_AT_ONCE) {
    const files = paths.slice(from, from + TEXTS_AT_ONCE);
    const read = await readFiles(api, { repository, branch, files, folders: [] }, at, true);
    for (const [path, text] of read.files) texts.set(path, text);
  }
  return texts;
}

function isTooMuch(error: unknown): boolean {
  const failure = error instanceof SourceError ? error.cause : null;
  return failure instanceof Failure && ['heavy', 'oversized'].includes(failure.kind);
}

/** @param at the commit, as a revision */
async function readFiles(
  api: GitHubApi,
  request: BaseRequest,
  at: string,
  withTexts: boolean,
): Promise<BaseFiles> {
  const { files: paths, folders } = request;
  const { repository } = await api.query(documentOf(request, at, withTexts), answerSchema);
  const { base, objects } = requireBase(repository, request);
  const files: RepositoryFiles = new Map();
  const listed: string[] = [];
  for (const [index, path] of paths.entries()) {
    const text = textOf(objects[`f${String(index)}`]);
    if (text !== null) files.set(path, text);
  }
  for (const [index, folder] of folders.entries()) {
    const tree = v.parse(treeSchema, objects[`t${String(index)}`]);
    for (const { name, type, object } of tree?.entries ?? []) {
      if (type !== 'blob' || !/\.(?:md|hbs)$/.test(name)) continue;
      const path = posix.join(folder, name);
      listed.push(path);
      const text = textOf(object);
      if (text !== null) files.set(path, text);
    }
  }
  return { base, files, listed };
}

function documentOf(
  { repository, branch, files, folders }: BaseRequest,
  at: string,
  withTexts: boolean,
): GraphQLDocument {
  const [owner = '', name = ''] = repository.split('/');
  const variables: Record<string, string> = { owner, name };
  if (branch !== null) variables['ref'] = `refs/heads/${branch}`;
  const blob = '... on Blob { ...blob }';
  const entries = `entries { name type ${withTexts ? `object { ${blob} }` : ''} }`;
  const objectAt = (alias: string, path: string, selection: string): string => {
    variables[alias] = `${at}:${path}`;
    return `${alias}: object(expression: $${alias}) { ${selection} }`;
  };
  const objects = [
    ...files.map((path, index) => objectAt(`f${String(index)}`, path, blob)),
    ...folders.map((path, index) =>
      objectAt(`t${String(index)}`, path, `... on Tree { ${entries} }`),
    ),
  ];
  const parameters = Object.keys(variables).map((variable) => `$${variable}: String!`);
  const text = [
    `query ActionBase(${parameters.join(', ')}) {`,
    '  repository(owner: $owner, name: $name, followRenames: true) {',
    '    id nameWithOwner',
    `    base: ${branch === null ? 'defaultBranchRef' : 'ref(qualifiedName: $ref)'} { name target { oid } }`,
    ...objects.map((object) => `    ${object}`),
    '  }',
    '}',
    // A fragment that nothing uses is an error.
    ...(files.length > 0 || (withTexts && folders.length > 0) ? [blobFragment] : []),
  ];
  return { text: text.join('\n'), variables };
}

function requireBase(
  found: v.InferOutput<typeof answerSchema>['repository'],
  { repository, branch }: BaseRequest,
) {
  if (!found) {
    throw new SourceError('repository-unreadable', `The token cannot read ${repository}.`, {
      hint: 'Give the job the permission contents: write (contents: read for mode: none), or check the input token.',
    });
  }
  const { id, nameWithOwner, base, ...objects } = found;
  if (base) {
    const { name, target } = base;
    return { base: { id, repository: nameWithOwner, branch: name, oid: target.oid }, objects };
  }
  const what = branch === null ? 'no branch yet' : `no branch "${branch}"`;
  throw new SourceError('base-missing', `${repository} has ${what}.`, {
    hint: 'The input base names the branch that reports belong to; it needs a first commit. A token without contents: read sees no branches.',
  });
}

function textOf(value: unknown): string | null {
  const blob = v.parse(maybeBlobSchema, value);
  return blob ? wholeText(blob) : null;
}
