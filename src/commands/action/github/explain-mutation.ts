import { SourceError } from '../../../errors.ts';
import type { MutationError } from './mutation-error.ts';

const needs: Readonly<Record<string, string>> = {
  createRef: 'contents: write',
  createCommitOnBranch: 'contents: write',
  createPullRequest: 'pull-requests: write',
  updatePullRequest: 'pull-requests: write',
  convertPullRequestToDraft: 'contents: write, besides pull-requests: write',
  addLabelsToLabelable: 'pull-requests: write',
  addAssigneesToAssignable: 'pull-requests: write',
  requestReviews: 'pull-requests: write',
  createCheckRun: 'checks: write',
};

/** What a person can do about a change that GitHub did not make. */
export function explainMutation(
  { mutation, problem, message }: MutationError,
  repository: string,
  { branch }: { branch: string },
): SourceError {
  const error = (code: string, text: string, hint: string) =>
    new SourceError(code, `${text} (${message})`, { hint });
  switch (problem) {
    case 'pull-requests-off':
      return error(
        'pull-requests-off',
        `${repository} does not let workflows create pull requests.`,
        'Turn on “Allow GitHub Actions to create and approve pull requests” under Settings › Actions › General, of the repository or of its organisation, or give the input token one of a GitHub App.',
      );
    case 'permission':
      return error(
        'permission-missing',
        `The token may not change ${repository}.`,
        `Give the job the permission ${needs[mutation] ?? 'that this needs'}; a personal token or an App needs the same.`,
      );
    case 'protected':
      return error(
        'branch-protected',
        `A rule of ${repository} protects the branch ${branch}.`,
        'Use mode: pull-request where the base is protected, set the input branch to a name that no ruleset covers, or let the token’s App bypass the rule.',
      );
    case 'archived':
      return error(
        'repository-archived',
        `${repository} is archived.`,
        'Unarchive it under Settings, or remove the workflow.',
      );
    case 'name-taken':
      return error(
        'branch-taken',
        `${repository} can't have the branch ${branch}.`,
        'A branch may be named like a folder of it, or it like the folder of another one: delete that branch, or set the input branch to another name.',
      );
    case 'moved':
    case 'exists':
    case 'unknown':
    case 'drafts-off':
    case 'other':
      return error(
        'change-refused',
        `GitHub did not accept ${mutation} on ${repository}.`,
        'See https://www.githubstatus.com if it looks like a failure of GitHub’s, then run again: nothing is done twice.',
      );
  }
}
