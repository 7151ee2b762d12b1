import * as v from 'valibot';
import type { List } from '../facts/list.ts';
import { pageField } from '../lists/page-field.ts';
import { instant } from '../facts/people.ts';
import { walk } from '../lists/walk.ts';
import type { Run } from '../run.ts';

interface Owned {
  nameWithOwner: string;
  /** When any issue or pull request of it was last updated; null when it has none. */
  touchedAt: string | null;
}

const newest = v.object({
  nodes: v.nullable(v.array(v.nullable(v.object({ updatedAt: instant })))),
});

const owned = v.object({ nameWithOwner: v.string(), pullRequests: newest, issues: newest });

const latest = 'first: 1, orderBy: { field: UPDATED_AT, direction: DESC }';

/** An owner's repositories, forks left out. Archived ones may have been active in an old period. */
const repositories: List<Owned> = {
  field: 'repositories',
  arguments: 'ownerAffiliations: OWNER, isFork: false, orderBy: { field: NAME, direction: ASC }',
  first: 50,
  nodes:
    `{ nameWithOwner pullRequests(${latest}) { nodes { updatedAt } } ` +
    `issues(${latest}) { nodes { updatedAt } } }`,
  node: v.pipe(
    owned,
    v.transform(({ nameWithOwner, pullRequests, issues }): Owned => {
      const updates = [...(pullRequests.nodes ?? []), ...(issues.nodes ?? [])];
      const dates = updates.flatMap((item) => item?.updatedAt ?? []);
      return { nameWithOwner, touchedAt: dates.sort().at(-1) ?? null };
    }),
  ),
  key: ({ nameWithOwner }) => nameWithOwner,
};

/**
 * The repositories of an organisation (or a user) in which anything was updated since the period's
 * start, by name: in the others nothing can have happened inside it.
 *
 * @throws {Failure} when there is no such owner, or it may not be seen
 */
export async function activeRepositories({ requester, period }: Run, login: string) {
  const place = {
    operation: 'Organization' as const,
    text: (selection: string) => `repositoryOwner(login: $login) { ${selection} }`,
    variables: { login: { type: 'String!', value: login } },
  };
  const { nodes, complete, failure } = await walk(
    (after) => requester.ask(pageField(place, repositories, after, repositories.first)),
    repositories,
  );
  if (failure && nodes.length === 0) throw failure;
  const active = nodes.filter(({ touchedAt }) => touchedAt !== null && touchedAt >= period.start);
  return { names: active.map(({ nameWithOwner }) => nameWithOwner), complete };
}
