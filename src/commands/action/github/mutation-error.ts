import type { GraphQLProblem } from '../../../collect/github/request/failures/classify.ts';

/** What stands in the way of a change. */
export type MutationProblem =
  /** The branch has moved since it was read. */
  | 'moved'
  /** What was to be created exists. */
  | 'exists'
  /** A branch can't have that name beside those of others. */
  | 'name-taken'
  /** Nobody may write to the repository any more. */
  | 'archived'
  /** Nobody knows whether the change happened. */
  | 'unknown'
  /** The setting that lets workflows create pull requests is off. */
  | 'pull-requests-off'
  /** The plan of a private repository has no draft pull requests. */
  | 'drafts-off'
  /** The token lacks a permission. */
  | 'permission'
  /** A branch protection or a ruleset. */
  | 'protected'
  | 'other';

/** A change that GitHub did not make, or that it may have made. */
export class MutationError extends Error {
  readonly mutation: string;
  readonly problem: MutationProblem;

  constructor(mutation: string, problem: GraphQLProblem) {
    super(problem.message);
    this.name = 'MutationError';
    this.mutation = mutation;
    this.problem = problemOf(problem);
  }
}

/** GitHub has types for few of them; the words are those of its answers in 2026. */
function problemOf({ type = '', message }: GraphQLProblem): MutationProblem {
  if (type === 'LOST' || /something went wrong/i.test(message)) return 'unknown';
  if (type === 'STALE_DATA' || /expected branch to point to/i.test(message)) return 'moved';
  if (/already exists/i.test(message)) return 'exists';
  if (/ref cannot be created/i.test(message)) return 'name-taken';
  if (/archived/i.test(message)) return 'archived';
  if (/draft pull requests are not supported/i.test(message)) return 'drafts-off';
  if (/not permitted to create or approve pull requests/i.test(message)) return 'pull-requests-off';
  if (/protected|rule violation|repository rule|ruleset/i.test(message)) return 'protected';
  if (
    type === 'FORBIDDEN' ||
    type === 'INSUFFICIENT_SCOPES' ||
    /not accessible by|must have|permission/i.test(message)
  )
    return 'permission';
  return 'other';
}
