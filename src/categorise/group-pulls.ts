import type { DecidedPull } from './categorise.ts';
import { type ItemId, itemKey } from '../item/item-id.ts';

/** Pull requests that belong in one entry, with the issues they resolve. The first is its subject. */
export interface PullGroup {
  pulls: DecidedPull[];
  resolves: ItemId[];
}

/**
 * Joins pull requests with the issues they resolve, and with each other where they resolve the same
 * one. `pullKeys` are the keys of all known pull requests: what resolves one of those joins nothing.
 *
 * Order is kept, in a group and among groups: an entry stands where its first pull request would.
 */
export function groupPulls(
  merged: readonly DecidedPull[],
  pullKeys: ReadonlySet<string>,
): PullGroup[] {
  const links = merged.map(({ pull }) =>
    pull.references
      .filter((reference) => reference.relation === 'closes' && !pullKeys.has(itemKey(reference)))
      .map(({ repository, number }) => ({ repository, number })),
  );
  const roots = joinBySharedIssue(links);

  const groups = new Map<number, { pulls: DecidedPull[]; resolves: Map<string, ItemId> }>();
  merged.forEach((decided, index) => {
    const root = roots[index] ?? index;
    const found = groups.get(root) ?? { pulls: [], resolves: new Map<string, ItemId>() };
    found.pulls.push(decided);
    for (const issue of links[index] ?? []) {
      if (!found.resolves.has(itemKey(issue))) found.resolves.set(itemKey(issue), issue);
    }
    groups.set(root, found);
  });
  return [...groups.values()].map(({ pulls, resolves }) => ({
    pulls,
    resolves: [...resolves.values()],
  }));
}

/** For each index the first index it is joined with, directly or through others (union–find). */
function joinBySharedIssue(links: readonly (readonly ItemId[])[]): number[] {
  const parents = links.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    // Path compression keeps the next walk short.
    let at = index;
    while (at !== root) {
      const parent = parents[at] ?? root;
      parents[at] = root;
      at = parent;
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  links.forEach((issues, index) => {
    for (const issue of issues) {
      const key = itemKey(issue);
      const [a, b] = [rootOf(firstWith.get(key) ?? index), rootOf(index)];
      parents[Math.max(a, b)] = Math.min(a, b);
      firstWith.set(key, Math.min(a, b));
    }
  });
  return links.map((_, index) => rootOf(index));
}
