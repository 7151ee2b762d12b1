import { commitsBetween } from '../data/git/graph.ts';
import { contentOf, openFrom } from '../data/git/push.ts';
import { branchName } from '../data/git/ref-name.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError, FixtureError } from '../errors.ts';
import type { Context } from '../resolve/context.ts';
import { nodeOfType, requireWrite, unprocessable } from './handler.ts';
import { checkTexts } from './texts.ts';

interface CreatePullRequest {
  repositoryId: string;
  headRepositoryId?: string | null;
  baseRefName: string;
  headRefName: string;
  title: string;
  body?: string | null;
  draft?: boolean | null;
}

export function createPullRequest(input: CreatePullRequest, context: Context) {
  const repository = nodeOfType<Repository>(context, 'Repository', input.repositoryId);
  const { token, at } = context;
  requireWrite(context, repository, 'CreatePullRequest', 'pull-requests');
  if (token.kind === 'action' && !repository.actionsMayCreatePullRequests) {
    const message = 'GitHub Actions is not permitted to create or approve pull requests';
    throw new ApiError('FORBIDDEN', message);
  }
  const { baseRefName, headRefName } = ends(input, repository);
  checkTexts(input);
  checkCommits(repository, baseRefName, headRefName);
  if (openFrom(repository, headRefName).some((pull) => pull.baseRefName === baseRefName))
    unprocessable(`A pull request already exists for ${repository.ownerLogin}:${headRefName}.`);
  if (input.draft && !repository.hasDrafts)
    unprocessable('Draft pull requests are not supported in this repository.');
  const pullRequest = repository.add('PullRequest', {
    title: input.title,
    body: input.body ?? '',
    author: token.account,
    createdAt: at,
    updatedAt: at,
    isDraft: input.draft ?? false,
    ...{ baseRefName, headRefName },
    ...contentOf(repository, { baseRefName, headRefName }),
  });
  return { pullRequest };
}

function ends(input: CreatePullRequest, { id, ownerLogin }: Repository) {
  const [first = '', second] = input.headRefName.split(':');
  const isElsewhere = second !== undefined && first.toLowerCase() !== ownerLogin.toLowerCase();
  if (isElsewhere || (input.headRepositoryId ?? id) !== id)
    throw new FixtureError('The fixture GitHub opens no pull request from a fork');
  const baseRefName = branchName(input.baseRefName) ?? input.baseRefName;
  const head = second ?? first;
  return { baseRefName, headRefName: branchName(head) ?? head };
}

function checkCommits({ git }: Repository, base: string, head: string): void {
  const [from, to] = [git.head(base), git.head(head)];
  const nothing = `No commits between ${base} and ${head}`;
  if (from !== null && to !== null) {
    if (commitsBetween(git, from.oid, to.oid).length === 0) unprocessable(nothing);
    return;
  }
  const problems = ["Head sha can't be blank", "Base sha can't be blank", nothing];
  if (to === null) problems.push('Head ref must be a branch');
  if (from === null) problems.push('Base ref must be a branch');
  unprocessable(problems.join(', '));
}
