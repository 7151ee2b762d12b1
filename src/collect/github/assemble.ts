import { itemKey } from '../../item/item-id.ts';
import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import type { Found } from './find/find-all.ts';
import { firstMerges } from './find/newcomers.ts';
import { closedBy, readClosed, type Closed } from './find/closed-issues.ts';
import { noteCuts, noteFiles, type Then } from './warnings/unread-parts.ts';
import type { Names } from './repository-names.ts';
import { mayBeActive } from './facts/possibly-active.ts';
import { wholeIssue, wholePullRequest, type WholeIssue } from './lists/full-items.ts';
import type { Run } from './run.ts';
import { toIssue, toPullRequest } from './at-end/to-snapshot.ts';

/**
 * From first pages to the snapshot's items: lists read to their ends, quiet items left out, save the
 * issues that merged pull requests close.
 */
export async function assemble(
  run: Run,
  found: Found,
  names: Names,
): Promise<{ pullRequests: PullRequest[]; issues: Issue[] }> {
  const { period } = run;
  // Anything else moved to another repository while it was read.
  const ours = (item: { repository: string }) => names.has(item.repository);
  const pulls = found.pullRequests.filter((pull) => ours(pull) && mayBeActive(pull, period));
  const issues = new Map(found.issues.filter(ours).map((issue) => [itemKey(issue), issue]));
  const fetch = (closed: readonly Closed[]) => readClosed(run, closed, issues);

  const closed = byKey(pulls.flatMap((pull) => closedBy(run, pull, pull.closing?.nodes ?? [])));
  const others = [...issues].filter(
    ([key, facts]) => !closed.has(key) && mayBeActive(facts, period),
  );
  const [wholePulls, resolved, active, firsts] = await Promise.all([
    Promise.all(pulls.map((pull) => wholePullRequest(run, pull))),
    fetch([...closed.values()].filter(ours)),
    Promise.all(others.map(([, issue]) => wholeIssue(run, issue))),
    firstMerges(run, pulls),
  ]);
  // Beyond the first page of what a pull request closes.
  const further = byKey(wholePulls.flatMap((whole) => closedBy(run, whole, whole.closing)));
  for (const key of closed.keys()) further.delete(key);
  const alsoResolved = await fetch([...further.values()].filter(ours));

  const canonical = (repository: string) => names.canonical(repository);
  const pullRequests = wholePulls.flatMap((whole) => {
    const pull = toPullRequest(whole, period, canonical);
    if (pull === null || pull.activity.length === 0) return [];
    const then: PullRequest = { ...pull, firstByAuthor: firsts.get(whole.id) ?? null };
    return { then, whole };
  });
  const kept = new Map<string, Then<Issue, WholeIssue>>();
  const keep = (whole: WholeIssue, evenQuiet: boolean) => {
    const issue = toIssue(whole, period, canonical);
    if (issue === null || (issue.activity.length === 0 && !evenQuiet)) return;
    kept.set(itemKey(issue), { then: issue, whole });
  };
  for (const whole of active) keep(whole, false);
  for (const whole of [...resolved, ...alsoResolved].filter(ours)) keep(whole, true);
  noteCuts(run, [...pullRequests, ...kept.values()]);
  noteFiles(run, pullRequests);

  return {
    pullRequests: inOrder(pullRequests, names),
    issues: inOrder([...kept.values()], names),
  };
}

function byKey<T extends { repository: string; number: number }>(items: readonly T[]) {
  // The first one stays: GitHub's own references come before words, and with an id.
  return new Map(items.toReversed().map((item) => [itemKey(item), item]));
}

/** By the order of the repositories, then by number: the same facts make the same snapshot. */
function inOrder<T extends { repository: string; number: number }>(
  items: readonly { then: T }[],
  names: Names,
): T[] {
  const places = new Map(
    names.repositories.map(({ nameWithOwner }, index) => [nameWithOwner, index]),
  );
  const place = ({ repository }: T) => places.get(repository) ?? Infinity;
  return items
    .map(({ then }) => then)
    .toSorted((a, b) => place(a) - place(b) || a.number - b.number);
}
