import type { Branch } from '../data/branch.ts';
import { changed, entryOf, type Entry, type Files } from '../data/git/content.ts';
import { pushTo } from '../data/git/push.ts';
import { branchName } from '../data/git/ref-name.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError, FixtureError } from '../errors.ts';
import type { Context } from '../resolve/context.ts';
import { accessible } from '../resolve/query.ts';
import { nodeOfType, requireWrite } from './handler.ts';
import { checkRules } from './rules.ts';

interface CreateCommitOnBranch {
  branch: {
    id?: string | null;
    repositoryNameWithOwner?: string | null;
    branchName?: string | null;
  };
  expectedHeadOid: string;
  message: { headline: string; body?: string | null };
  fileChanges?: FileChanges | null;
}

interface FileChanges {
  additions?: { path: string; contents: string }[] | null;
  deletions?: { path: string }[] | null;
}

export function createCommitOnBranch(input: CreateCommitOnBranch, context: Context) {
  const { repository, name } = target(input, context);
  const { token, at } = context;
  requireWrite(context, repository, 'CreateCommitOnBranch', 'contents');
  const { expectedHeadOid, message, fileChanges } = input;
  const head = repository.git.head(name);
  if (head === null) throw new ApiError('NOT_FOUND', 'Branch not found');
  if (head.oid !== expectedHeadOid) {
    // Two blanks, as GitHub writes it.
    const text = `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`;
    throw new ApiError('STALE_DATA', text);
  }
  if (message.headline.trim() === '')
    throw new FixtureError('Nobody knows what GitHub makes of a commit without a headline');
  const files = applied(repository, head.files, fileChanges ?? {}, head.oid);
  checkWorkflows(head.files, files, context);
  checkRules(repository, name, 'update', token.login);
  const isAction = token.login === 'github-actions[bot]';
  const commit = repository.git.add({
    message: message.body ? `${message.headline}\n\n${message.body}` : message.headline,
    author: token.account,
    ...(isAction && { email: '41898282+github-actions[bot]@users.noreply.github.com' }),
    ...{ at, files, parents: [head.oid], byGitHub: true },
  });
  pushTo(repository, name, commit.oid, at);
  return { commit, ref: repository.branch(name) };
}

function target({ branch }: CreateCommitOnBranch, context: Context) {
  if (branch.id) {
    const { repository, name } = nodeOfType<Branch>(context, 'Ref', branch.id);
    return { repository, name };
  }
  const { repositoryNameWithOwner: fullName, branchName: given } = branch;
  const name = given ? branchName(given) : null;
  if (!fullName || name === null)
    throw new FixtureError('A commit needs the id of a branch, or its name and its repository');
  return { repository: accessible(context.data.repository(fullName, true), fullName), name };
}

/** The tree after the changes. A file has no mode of its own: GitHub makes plain ones. */
function applied(
  repository: Repository,
  before: Files,
  { additions, deletions }: FileChanges,
  oid: string,
): Files {
  const removed = (deletions ?? []).map(({ path }): [string, Entry | null] => {
    if (before.has(path)) return [path, null];
    throw new ApiError(
      'NOT_FOUND',
      `A path was requested for deletion which does not exist as of commit oid \`${oid}\``,
    );
  });
  const added = (additions ?? []).map(({ path, contents }): [string, Entry] => {
    const bytes = Buffer.from(contents, 'base64');
    if (bytes.toString('base64') !== contents)
      throw new FixtureError(`The contents of ${path} are not in the Base64 of RFC 4648`);
    return [path, entryOf(repository, bytes)];
  });
  const paths = [...removed, ...added].map(([path]) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new FixtureError(`${twice} is changed twice in one commit`);
  return changed(before, [...removed, ...added]);
}

function checkWorkflows(before: Files, after: Files, { token }: Context): void {
  if (token.may('workflows', 'write')) return;
  const touched = [...before.keys(), ...after.keys()].find(
    (path) =>
      path.startsWith('.github/workflows/') && before.get(path)?.oid !== after.get(path)?.oid,
  );
  if (touched === undefined) return;
  const [who, what] = token.isIntegration
    ? ['GitHub App', '`workflows` permission']
    : ['Personal Access Token', '`workflow` scope'];
  throw new ApiError(
    'FORBIDDEN',
    `refusing to allow a ${who} to create or update workflow \`${touched}\` without ${what}`,
  );
}
