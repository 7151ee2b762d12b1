import type { DecidedPull } from './categorise.ts';
import { type ItemId, itemKey } from '../item/item-id.ts';

/** Pull requests that share an entry, and the issues they resolve. The first is the entry's subject. */
export interface PullGroup {
  pulls: DecidedPull[];
  resolves: ItemId[];
}

/**
 * Groups pull requests that resolve the same issue, directly or through others. A group keeps the
 * order of its pull requests and takes the place of the first.
 *
 * @param pullKeys the keys of all known pull requests; a reference to one of them groups nothing
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

/** For each index, the first index of its group (union–find). */
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
