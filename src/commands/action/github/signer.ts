import * as v from 'valibot';
import type { CommitSigner } from '../../../publish/pull-request/words.ts';
import type { GitHubApi } from './github-api.ts';

const answerSchema = v.object({
  viewer: v.object({ login: v.string(), databaseId: v.nullish(v.number()) }),
});

/** Whom the token's commits are by, with the address that GitHub gives everybody. */
export async function readSigner(api: GitHubApi): Promise<CommitSigner> {
  const text = 'query ActionSigner { viewer { login databaseId } }';
  const { viewer } = await api.query({ text, variables: {} }, answerSchema);
  const { login, databaseId } = viewer;
  const id = databaseId === null || databaseId === undefined ? '' : `${String(databaseId)}+`;
  return { name: login, email: `${id}${login}@users.noreply.github.com` };
}
