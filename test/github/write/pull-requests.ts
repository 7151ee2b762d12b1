import type { Actor } from '../data/actor.ts';
import { contentOf } from '../data/git/push.ts';
import type { EventInput, PullRequestInput } from '../data/input.ts';
import type { PullRequest } from '../data/item.ts';
import type { Label } from '../data/labels.ts';
import type { Milestone } from '../data/milestones.ts';
import { isCollaborator } from '../data/people.ts';
import { FixtureError } from '../errors.ts';
import type { Context } from '../resolve/context.ts';
import type { Permission } from '../tokens.ts';
import { nodeOfType, requireWrite, unprocessable } from './handler.ts';
import { checkTexts } from './texts.ts';

interface OnePullRequest {
  pullRequestId: string;
}

interface UpdatePullRequest extends OnePullRequest {
  title?: string | null;
  body?: string | null;
  state?: 'OPEN' | 'CLOSED' | null;
  baseRefName?: string | null;
  milestoneId?: string | null;
  labelIds?: string[] | null;
  assigneeIds?: string[] | null;
  projectIds?: string[] | null;
}

export function updatePullRequest(input: UpdatePullRequest, context: Context) {
  if (input.baseRefName || input.projectIds)
    throw new FixtureError('The fixture GitHub changes neither the base nor the projects');
  return changedPull(input, context, 'UpdatePullRequest', (pull) => {
    checkTexts(input);
    const { title, body, state, milestoneId, labelIds, assigneeIds } = input;
    const labels = labelIds?.map((id) => nodeOfType<Label>(context, 'Label', id).name);
    return {
      ...(title && { title, events: renamed(pull, title, context) }),
      ...(typeof body === 'string' && { body }),
      ...(labels && { labels }),
      ...(assigneeIds && { assignees: assignable(pull, assigneeIds, context) }),
      ...(milestoneId !== undefined && { milestone: milestoneTitle(milestoneId, context) }),
      ...(state === 'CLOSED' && closedNow(pull, context)),
      ...(state === 'OPEN' && reopened(pull)),
    };
  });
}

export function closePullRequest(input: OnePullRequest, context: Context) {
  return changedPull(input, context, 'ClosePullRequest', (pull) => closedNow(pull, context));
}

export function reopenPullRequest(input: OnePullRequest, context: Context) {
  return changedPull(input, context, 'ReopenPullRequest', reopened);
}

export function convertPullRequestToDraft(input: OnePullRequest, context: Context) {
  return drafted(input, context, 'ConvertPullRequestToDraft', true);
}

export function markPullRequestReadyForReview(input: OnePullRequest, context: Context) {
  return drafted(input, context, 'MarkPullRequestReadyForReview', false);
}

/** For GITHUB_TOKEN and Apps, `pull-requests: write` is not enough: GitHub wants `contents: write` too. */
function drafted(input: OnePullRequest, context: Context, mutation: string, isDraft: boolean) {
  const needed: Permission[] = context.token.isIntegration ? ['contents'] : [];
  const change = ({ repository, state }: PullRequest) => {
    if (state !== 'OPEN') unprocessable('Pull request is not open');
    if (isDraft && !repository.hasDrafts)
      unprocessable('Draft pull requests are not supported in this repository.');
    return { isDraft };
  };
  return changedPull(input, context, mutation, change, ...needed);
}

/** Changes a pull request, and answers with it. */
export function changedPull(
  { pullRequestId }: OnePullRequest,
  context: Context,
  mutation: string,
  change: (pull: PullRequest) => PullRequestInput,
  ...permissions: Permission[]
) {
  const pull = nodeOfType<PullRequest>(context, 'PullRequest', pullRequestId);
  const { repository, number } = pull;
  requireWrite(context, repository, mutation, 'pull-requests', ...permissions);
  const changes = { ...change(pull), updatedAt: context.at };
  return { pullRequest: repository.update(number, changes) };
}

/** Who of the people can be given something; GitHub leaves the others out without a word. */
export function assignable(
  { repository }: { repository: PullRequest['repository'] },
  ids: readonly string[],
  context: Context,
): string[] {
  const logins = ids.map((id) => nodeOfType<Actor & { __typename: 'User' }>(context, 'User', id));
  return logins.map(({ login }) => login).filter((login) => isCollaborator(repository, login));
}

function renamed({ title, input }: PullRequest, currentTitle: string, context: Context) {
  const { events = [] } = input;
  if (title === currentTitle) return events;
  const event: EventInput = {
    ...{ type: 'RenamedTitleEvent', previousTitle: title, currentTitle },
    ...{ createdAt: context.at, actor: context.token.account },
  };
  return [...events, event];
}

function milestoneTitle(id: string | null, context: Context): string | null {
  return id === null ? null : nodeOfType<Milestone>(context, 'Milestone', id).title;
}

function closedNow({ state }: PullRequest, { at, token }: Context): PullRequestInput {
  if (state !== 'OPEN') unprocessable('Could not close the pull request.');
  return { closedAt: at, closedBy: token.account };
}

function reopened(pull: PullRequest): PullRequestInput {
  const { state, headRef, repository } = pull;
  if (state !== 'CLOSED' || headRef === null) unprocessable('Could not open the pull request.');
  return { closedAt: null, ...contentOf(repository, pull) };
}
