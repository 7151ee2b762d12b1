import * as v from 'valibot';
import { instantOf } from '../../../period/instant.ts';
import { object, scalar } from '../facts/fact.ts';
import type { List } from '../facts/list.ts';
import { identifier } from '../facts/scalars.ts';
import { pageField, type ListOwner } from '../lists/page-field.ts';
import { readPages } from '../lists/read-pages.ts';
import { repositoryOwner } from '../lists/repository-lists.ts';
import type { Run } from '../run.ts';

/** A merge queue makes the commit before the pull request counts as merged. */
const earliestBeforeMerge = 24 * 60 * 60 * 1_000;

const repositoryWithObject = v.nullable(v.object({ object: v.nullable(v.unknown()) }));

/** The hashes of the commits since the period's start that a commit builds on, and its own; null when unknown. */
export async function readReleaseCommits(
  run: Run,
  repository: string,
  oid: string,
): Promise<Set<string> | null> {
  const { requester, period } = run;
  const part = repositoryOwner(repository, 'History');
  const owner: ListOwner = {
    ...part,
    text: (selection) => part.text(`object(oid: $oid) { ... on Commit { ${selection} } }`),
    variables: { ...part.variables, oid: { type: 'GitObjectID!', value: oid } },
    inside: (value) => v.parse(repositoryWithObject, value)?.object ?? null,
  };
  const since = instantOf(Date.parse(period.start) - earliestBeforeMerge);
  const list: List<{ oid: string }> = {
    field: 'history',
    arguments: `since: "${since}", until: "${period.end}"`,
    first: 100,
    node: object({ oid: scalar(identifier) }),
    key: (commit) => commit.oid,
  };
  const { nodes, complete } = await readPages(
    (after) => requester.ask({ ...pageField(owner, list, after), optional: true }),
    list,
  );
  return complete ? new Set(nodes.map((commit) => commit.oid)) : null;
}
