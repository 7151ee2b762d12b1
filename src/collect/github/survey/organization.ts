import * as v from 'valibot';
import { mapped, object, scalar, sparseArray, type FactValue } from '../facts/fact.ts';
import type { List } from '../facts/list.ts';
import { dateTime } from '../facts/scalars.ts';
import { pageField } from '../lists/page-field.ts';
import { readPages } from '../lists/read-pages.ts';
import { repositoryNameValue } from '../../../snapshot/values.ts';
import type { Run } from '../run.ts';

const latest = (connection: string) => ({
  field: `${connection}(first: 1, orderBy: { field: UPDATED_AT, direction: DESC })`,
  ...object({ nodes: sparseArray(object({ updatedAt: scalar(dateTime) })) }),
});

/** A repository, and when it was last pushed to, or an issue or pull request of it updated; null for never. */
const ownedRepository = mapped(
  object({
    nameWithOwner: scalar(repositoryNameValue),
    pushedAt: scalar(v.nullable(dateTime)),
    pullRequests: latest('pullRequests'),
    issues: latest('issues'),
  }),
  ({ nameWithOwner, pushedAt, pullRequests, issues }) => {
    const updates = [...(pullRequests.nodes ?? []), ...(issues.nodes ?? [])];
    const dates = [pushedAt, ...updates.map((item) => item?.updatedAt)].filter(
      (at) => at !== null && at !== undefined,
    );
    return { nameWithOwner, updatedAt: dates.sort().at(-1) ?? null };
  },
);

/** An owner's repositories except for forks. Archived ones may have been active in an old period. */
const repositories: List<FactValue<typeof ownedRepository>> = {
  field: 'repositories',
  arguments: 'ownerAffiliations: OWNER, isFork: false, orderBy: { field: NAME, direction: ASC }',
  first: 50,
  node: ownedRepository,
  key: ({ nameWithOwner }) => nameWithOwner,
};

/**
 * The repositories of an organisation (or a user) with an update since an instant, by name. In
 * all others, nothing can have happened since.
 *
 * @throws {Failure} when the owner is missing or forbidden
 */
export async function activeRepositories({ requester }: Run, login: string, since: string) {
  const owner = {
    operation: 'Organization' as const,
    text: (selection: string) => `repositoryOwner(login: $login) { ${selection} }`,
    variables: { login: { type: 'String!', value: login } },
  };
  const { nodes, complete, failure } = await readPages(
    (after) => requester.ask(pageField(owner, repositories, after, repositories.first)),
    repositories,
  );
  if (failure && nodes.length === 0) throw failure;
  const active = nodes.flatMap(({ nameWithOwner: name, updatedAt }) =>
    updatedAt === null || updatedAt < since ? [] : { name, updatedAt },
  );
  return { active, complete };
}
