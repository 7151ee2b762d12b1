import { FixtureError } from '../errors.ts';
import type { Resolver, Resolvers } from '../resolve/context.ts';
import { checkRunFields, createCheckRun, updateCheckRun } from './check-runs.ts';
import { createCommitOnBranch } from './commit-on-branch.ts';
import { createPullRequest } from './create-pull-request.ts';
import { addAssigneesToAssignable, addLabelsToLabelable, createLabel } from './give.ts';
import type { Handler } from './handler.ts';
import {
  closePullRequest,
  convertPullRequestToDraft,
  markPullRequestReadyForReview,
  reopenPullRequest,
  updatePullRequest,
} from './pull-requests.ts';
import { createRef, deleteRef } from './refs.ts';
import { requestReviews } from './request-reviews.ts';

/** Moves a branch wherever the client likes, over what people committed: nothing here is to do that. */
const forbidden: Handler = () => {
  throw new FixtureError(
    'A branch was to be moved without a commit of its own: nobody may do that',
  );
};

/** `never` as the input: each handler knows that of its mutation, which the schema has checked. */
const handlers: Record<string, Handler> = {
  addAssigneesToAssignable,
  addLabelsToLabelable,
  closePullRequest,
  convertPullRequestToDraft,
  createCheckRun,
  createCommitOnBranch,
  createLabel,
  createPullRequest,
  createRef,
  deleteRef,
  markPullRequestReadyForReview,
  reopenPullRequest,
  requestReviews,
  updateCheckRun,
  updatePullRequest,
  updateRef: forbidden,
  updateRefs: forbidden,
};

/** What can be written. Each mutation is recorded, whatever comes of it. */
export const mutation: Resolvers = {
  Mutation: Object.fromEntries(
    Object.entries(handlers).map(([name, handler]): [string, Resolver] => [
      name,
      (_: unknown, { input }: { input: Record<string, unknown> }, context) =>
        context.mutations.perform({ name, input, request: context.request }, () => ({
          clientMutationId: input['clientMutationId'] ?? null,
          ...handler(input as never, context),
        })),
    ]),
  ),
  CheckRun: checkRunFields,
};
