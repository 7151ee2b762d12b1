import type { Actor } from '../data/actor.ts';
import { isCollaborator, type Team } from '../data/people.ts';
import type { Context } from '../resolve/context.ts';
import { nodeOfType, unprocessable } from './handler.ts';
import { changedPull } from './pull-requests.ts';

interface RequestReviews {
  pullRequestId: string;
  userIds?: string[] | null;
  teamIds?: string[] | null;
  union?: boolean | null;
}

export function requestReviews(input: RequestReviews, context: Context) {
  const { userIds, teamIds, union } = input;
  const change = changedPull(input, context, 'RequestReviews', (pull) => {
    const users = (userIds ?? []).map(
      (id) => nodeOfType<Actor & { __typename: 'User' }>(context, 'User', id).login,
    );
    const teams = (teamIds ?? []).map((id) => {
      if (!context.token.may('members', 'read')) throw context.token.denial;
      return nodeOfType<Team>(context, 'Team', id).combinedSlug;
    });
    if (users.some((login) => login === pull.author?.login))
      unprocessable('Review cannot be requested from pull request author.');
    if (users.some((login) => !isCollaborator(pull.repository, login)))
      unprocessable(
        'Reviews may only be requested from collaborators. One or more of the users or teams ' +
          `you specified is not a collaborator of the ${pull.repository.nameWithOwner} repository.`,
      );
    const before = union ? (pull.input.reviewRequests ?? []) : [];
    return { reviewRequests: [...new Set([...before, ...users, ...teams])] };
  });
  return { ...change, actor: null, requestedReviewersEdge: null };
}
