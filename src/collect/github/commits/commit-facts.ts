import * as v from 'valibot';
import { mapped, nullable, object, scalar, schemaOf, sparseArray } from '../facts/fact.ts';
import { fragment, type Fragment } from '../facts/fragment.ts';
import { pageOf, type List } from '../facts/list.ts';
import { gitActor, type GitActor } from '../facts/people.ts';
import { identifier, repositoryName } from '../facts/scalars.ts';

// What only lists inside a commit tell. Each costs a point for a hundred commits, so they are read by id,
// for the few commits that need it.

/** The author first, then those of the trailers. */
export const authorList: List<GitActor> = {
  field: 'authors',
  first: 10,
  node: gitActor,
  key: ({ name, email }) => `${name} <${email}>`,
};

const lineage = {
  id: scalar(identifier),
  /** The hashes of the first two. */
  parents: {
    field: 'parents(first: 2)',
    ...mapped(object({ nodes: sparseArray(object({ oid: scalar(identifier) })) }), ({ nodes }) =>
      (nodes ?? []).map((parent) => parent?.oid ?? null),
    ),
  },
};

const authored = { ...lineage, authors: pageOf(authorList, `first: ${authorList.first}`) };

const pushed = {
  ...authored,
  message: scalar(v.string()),
  /** The repositories of the merged pull requests that brought it. */
  pulls: {
    field: 'associatedPullRequests(first: 5)',
    ...mapped(
      nullable(
        object({
          nodes: sparseArray(object({ merged: scalar(v.boolean()), repository: repositoryName })),
        }),
      ),
      (found) =>
        (found?.nodes ?? []).flatMap((pull) => (pull?.merged === true ? pull.repository : [])),
    ),
  },
};

export type Lineage = v.InferOutput<ReturnType<typeof schemaOf<typeof lineage>>>;
export type AuthoredCommit = v.InferOutput<ReturnType<typeof schemaOf<typeof authored>>>;
export type PushedCommit = v.InferOutput<ReturnType<typeof schemaOf<typeof pushed>>>;

/** Its parents. */
export const lineageFragment: Fragment<Lineage> = fragment(
  'Commit',
  'Lineage',
  lineage,
  schemaOf(lineage),
);

/** Its parents and authors. */
export const authoredFragment: Fragment<AuthoredCommit> = fragment(
  'Commit',
  'Authors',
  authored,
  schemaOf(authored),
);

/** All that is asked of a commit without a known pull request. */
export const pushedFragment: Fragment<PushedCommit> = fragment(
  'Commit',
  'Facts',
  pushed,
  schemaOf(pushed),
);
