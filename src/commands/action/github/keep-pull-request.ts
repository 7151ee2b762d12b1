import * as v from 'valibot';
import type { BranchPullRequest } from '../../../publish/pull-request/branch-state.ts';
import type { BranchNames } from '../../../publish/pull-request/decide-branch.ts';
import type { Base } from './base-files.ts';
import { explainMutation } from './explain-mutation.ts';
import type { GitHubApi } from './github-api.ts';
import { MutationError } from './mutation-error.ts';
import { readBranch } from './read-branch.ts';

/** When a pull request is a draft: when it is created, after each run with news, or never. */
export type DraftMode = 'create' | 'always' | 'never';

export interface WantedPullRequest extends BranchNames {
  title: string;
  /** The body for an existing one; null for a new one. */
  bodyOf: (existing: string | null) => string;
  draft: DraftMode;
  /** Whether the report has changed. */
  hasNews: boolean;
  /** Not to create it again when nobody knows whether that has happened. */
  isLastTry?: boolean;
}

const created = v.object({
  pullRequest: v.object({ id: v.string(), number: v.number(), url: v.string() }),
});

export interface KeptPullRequest extends Pick<BranchPullRequest, 'id' | 'number' | 'url'> {
  isNew: boolean;
  /** What was done in another way than asked. */
  notices: string[];
}

/**
 * Creates the pull request of a branch, or brings the body of the one there is up to date. A title, and
 * whether it is a draft, are a person's from then on.
 *
 * @throws {SourceError} when GitHub refuses
 */
export async function keepPullRequest(
  api: GitHubApi,
  base: Base,
  existing: BranchPullRequest | null,
  wanted: WantedPullRequest,
): Promise<KeptPullRequest> {
  if (existing) return update(api, base, existing, wanted);
  try {
    return await create(api, base, wanted);
  } catch (error) {
    if (!(error instanceof MutationError)) throw error;
    if (error.problem === 'drafts-off') {
      const kept = await keepPullRequest(api, base, null, { ...wanted, draft: 'never' });
      const notice = `${base.repository} has no draft pull requests: this one is ready for review.`;
      return { ...kept, notices: [...kept.notices, notice] };
    }
    const isLost = error.problem === 'unknown';
    const found = isLost || error.problem === 'exists' ? await findNewest(api, base, wanted) : null;
    if (found) return { ...(await update(api, base, found, wanted)), isNew: isLost };
    if (!isLost || wanted.isLastTry === true) throw explainMutation(error, base.repository, wanted);
    return keepPullRequest(api, base, null, { ...wanted, isLastTry: true });
  }
}

/** Whoever has closed or merged it by now does not want another one. */
async function findNewest(api: GitHubApi, base: Base, names: BranchNames) {
  const { pullRequests } = await readBranch(api, base.repository, names);
  return pullRequests.find(({ state }) => state === 'OPEN') ?? pullRequests[0] ?? null;
}

const present = v.object({
  node: v.nullish(v.object({ state: v.string(), isDraft: v.boolean(), body: v.string() })),
});

/** What a person may have changed since the run began. */
async function readPresent(api: GitHubApi, id: string) {
  const text = `query ActionPullRequest($id: ID!) {
  node(id: $id) { ... on PullRequest { state isDraft body } }
}`;
  const { node } = await api.query({ text, variables: { id } }, present);
  return node ?? null;
}

async function create(
  api: GitHubApi,
  base: Base,
  wanted: WantedPullRequest,
): Promise<KeptPullRequest> {
  const input = {
    repositoryId: base.id,
    baseRefName: wanted.base,
    headRefName: wanted.branch,
    ...{ title: wanted.title, body: wanted.bodyOf(null), draft: wanted.draft !== 'never' },
  };
  const selection = 'pullRequest { id number url }';
  const { pullRequest } = await api.mutate('createPullRequest', input, selection, created);
  return { ...pullRequest, isNew: true, notices: [] };
}

async function update(
  api: GitHubApi,
  base: Base,
  existing: BranchPullRequest,
  wanted: WantedPullRequest,
): Promise<KeptPullRequest> {
  const { id: pullRequestId } = existing;
  const now = await readPresent(api, pullRequestId);
  if (now?.state !== 'OPEN') return { ...existing, isNew: false, notices: [] };
  const body = wanted.bodyOf(now.body);
  const change = (mutation: string, input: object) =>
    api.mutate(mutation, { pullRequestId, ...input }, 'pullRequest { id }', v.unknown());
  const notices: string[] = [];
  try {
    if (body !== now.body) await change('updatePullRequest', { body });
  } catch (error) {
    throw error instanceof MutationError ? explainMutation(error, base.repository, wanted) : error;
  }
  if (wanted.draft === 'always' && wanted.hasNews && !now.isDraft) {
    try {
      await change('convertPullRequestToDraft', {});
    } catch (error) {
      if (!(error instanceof MutationError)) throw error;
      notices.push(`#${String(existing.number)} stays ready for review: ${error.message}`);
    }
  }
  return { ...existing, isNew: false, notices };
}
