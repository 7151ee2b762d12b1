import { ask, type Reply } from './ask.ts';
import { dataSet } from './data/data-set.ts';
import type { DataSetInput, RepositoryInput } from './data/input.ts';
import type { GitHubOptions } from './options.ts';
import { startGitHub, type GitHub } from './server.ts';

/** For the tests of writing: `acme/app` with a file on its default branch. */

export function startForWriting(
  repository: Partial<RepositoryInput> = {},
  {
    data,
    ...options
  }: Partial<Omit<GitHubOptions, 'data'>> & { data?: Partial<DataSetInput> } = {},
): Promise<GitHub> {
  const branches = { main: { files: { 'devreport.yml': 'version: 1\n' } } };
  const repositories = [{ name: 'acme/app', branches, ...repository }];
  return startGitHub({
    data: dataSet({ repositories, users: ['ada', 'grace'], ...data }),
    as: { kind: 'action' },
    ...options,
  });
}

/** One mutation with its input, as a client would send it. */
export function mutate<Payload = unknown>(
  github: GitHub,
  name: string,
  input: object,
  selection = 'clientMutationId',
  token = github.token,
): Promise<Reply<Record<string, Payload | null> | null>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation Do($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
  return ask(github, query, { input }, { authorization: `bearer ${token}` });
}

export function idOf(github: GitHub): string {
  return github.data.repository('acme/app')?.id ?? '';
}

export function headOf(github: GitHub, branch = 'main'): string {
  return github.data.repository('acme/app')?.git.head(branch)?.oid ?? '';
}

export function createBranch(github: GitHub, branch: string) {
  const input = { repositoryId: idOf(github), name: `refs/heads/${branch}`, oid: headOf(github) };
  return mutate(github, 'createRef', input, 'ref { id name target { oid } }');
}

/** A commit with the text in each file; null deletes it. */
export function commitTo(
  github: GitHub,
  branch: string,
  files: Record<string, string | null>,
  { expectedHeadOid = headOf(github, branch), token = github.token } = {},
) {
  const paths = Object.entries(files);
  const input = {
    branch: { repositoryNameWithOwner: 'acme/app', branchName: branch },
    expectedHeadOid,
    message: { headline: 'Write', body: 'Why' },
    fileChanges: {
      additions: paths.flatMap(([path, text]) =>
        text === null ? [] : { path, contents: Buffer.from(text).toString('base64') },
      ),
      deletions: paths.flatMap(([path, text]) => (text === null ? { path } : [])),
    },
  };
  const selection = `commit { oid message author { name email } committer { name } signature { isValid wasSignedByGitHub } }
    ref { name target { oid } }`;
  return mutate<Committed>(github, 'createCommitOnBranch', input, selection, token);
}

export interface Committed {
  commit: { oid: string };
}

/** A branch, a commit on it and a pull request from it; gives the id of that. */
export async function proposed(github: GitHub, branch = 'devreport/1'): Promise<string> {
  await createBranch(github, branch);
  await commitTo(github, branch, { 'reports/1.md': 'One\n' });
  const { data } = await mutate<{ pullRequest: { id: string } }>(
    github,
    'createPullRequest',
    pullRequestInput(github, branch),
    'pullRequest { id }',
  );
  return data?.['createPullRequest']?.pullRequest.id ?? '';
}

export function pullRequestInput(github: GitHub, headRefName: string, more: object = {}) {
  const repositoryId = idOf(github);
  return { repositoryId, baseRefName: 'main', headRefName, title: 'Report', ...more };
}
