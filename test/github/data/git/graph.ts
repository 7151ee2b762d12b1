import type { GitCommit } from './commit.ts';
import type { Git } from './git.ts';

/** A commit and all that it builds on; never a parent before its child. */
export function ancestorsOf(git: Git, oid: string): GitCommit[] {
  const parents = new Map<string, GitCommit[]>();
  const children = new Map<string, number>();
  const visit = (commit: GitCommit | null): void => {
    if (commit === null || parents.has(commit.oid)) return;
    const known = commit.parentOids.flatMap((parent) => git.commit(parent) ?? []);
    parents.set(commit.oid, known);
    for (const parent of known) {
      children.set(parent.oid, (children.get(parent.oid) ?? 0) + 1);
      visit(parent);
    }
  };
  const start = git.commit(oid);
  visit(start);
  const result: GitCommit[] = [];
  const ready = start === null ? [] : [start];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    result.push(next);
    for (const parent of parents.get(next.oid) ?? []) {
      const left = (children.get(parent.oid) ?? 0) - 1;
      children.set(parent.oid, left);
      if (left === 0) ready.push(parent);
    }
  }
  return result;
}

/** What `head` has and `base` has not, newest first. */
export function commitsBetween(git: Git, base: string, head: string): GitCommit[] {
  const known = new Set(ancestorsOf(git, base).map(({ oid }) => oid));
  return ancestorsOf(git, head).filter(({ oid }) => !known.has(oid));
}

/** The last commit that both build on, or null. */
export function mergeBase(git: Git, a: string, b: string): GitCommit | null {
  const known = new Set(ancestorsOf(git, a).map(({ oid }) => oid));
  return ancestorsOf(git, b).find(({ oid }) => known.has(oid)) ?? null;
}
