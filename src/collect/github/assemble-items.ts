import { itemKey } from '../../item/item-id.ts';
import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import { issueAtEnd, pullRequestAtEnd } from './at-end/items-at-end.ts';
import { mayBeActive } from './facts/possibly-active.ts';
import { issuesClosedBy, readClosedIssues, type ClosedIssue } from './find/closed-issues.ts';
import type { FoundItems } from './find/find-all.ts';
import { firstMerges } from './find/newcomers.ts';
import { readFullIssue, readFullPullRequest, type FullIssue } from './lists/full-items.ts';
import { identitiesIn, type Identities } from './people/identities.ts';
import type { RepositoryNames } from './repository-names.ts';
import type { Run } from './run.ts';
import { warnOfCutLists, warnOfFiles, type ReadItem } from './warnings/unread-parts.ts';

export interface AssembledItems {
  pullRequests: PullRequest[];
  issues: Issue[];
  /** Who signed commits of the pull requests. */
  identities: Identities;
}

/**
 * Makes the snapshot's items: reads all lists to their ends, and leaves out quiet items, except for
 * issues that merged pull requests close.
 */
export async function assembleItems(
  run: Run,
  found: FoundItems,
  names: RepositoryNames,
): Promise<AssembledItems> {
  const { period } = run;
  // Any other item moved to another repository in the meantime.
  const isOurs = (item: { repository: string }) => names.has(item.repository);
  const pulls = found.pullRequests.filter((pull) => isOurs(pull) && mayBeActive(pull, period));
  const issues = new Map(found.issues.filter(isOurs).map((issue) => [itemKey(issue), issue]));
  const readClosed = (closed: readonly ClosedIssue[]) => readClosedIssues(run, closed, issues);

  const closed = byKey(
    pulls.flatMap((pull) => issuesClosedBy(run, pull, pull.closing?.nodes ?? [])),
  );
  const others = [...issues].filter(
    ([key, facts]) => !closed.has(key) && mayBeActive(facts, period),
  );
  const [fullPulls, resolved, active, firsts] = await Promise.all([
    Promise.all(pulls.map((pull) => readFullPullRequest(run, pull, found.remarked.has(pull.id)))),
    readClosed([...closed.values()].filter(isOurs)),
    Promise.all(others.map(([, issue]) => readFullIssue(run, issue))),
    firstMerges(run, pulls),
  ]);
  // Beyond the first page of what a pull request closes.
  const further = byKey(fullPulls.flatMap((pull) => issuesClosedBy(run, pull, pull.closing)));
  for (const key of closed.keys()) further.delete(key);
  const alsoResolved = await readClosed([...further.values()].filter(isOurs));

  const canonical = (repository: string) => names.canonical(repository);
  const identities = identitiesIn(fullPulls);
  const pullRequests = fullPulls.flatMap((full) => {
    const pull = pullRequestAtEnd(full, period, canonical, identities);
    if (pull === null || pull.activity.length === 0) return [];
    const atEnd: PullRequest = { ...pull, firstByAuthor: firsts.get(full.id) ?? null };
    return { atEnd, full };
  });
  const kept = new Map<string, ReadItem<Issue, FullIssue>>();
  const keep = (full: FullIssue, evenQuiet: boolean) => {
    const atEnd = issueAtEnd(full, period, canonical);
    if (atEnd === null || (atEnd.activity.length === 0 && !evenQuiet)) return;
    kept.set(itemKey(atEnd), { atEnd, full });
  };
  for (const full of active) keep(full, false);
  for (const full of [...resolved, ...alsoResolved].filter(isOurs)) keep(full, true);
  warnOfCutLists(run, [...pullRequests, ...kept.values()]);
  warnOfFiles(run, pullRequests);

  return {
    pullRequests: names.inOrder(pullRequests.map(({ atEnd }) => atEnd)),
    issues: names.inOrder([...kept.values()].map(({ atEnd }) => atEnd)),
    identities,
  };
}

function byKey<T extends { repository: string; number: number }>(items: readonly T[]) {
  // The first one stays: GitHub's own references, which have an id, come before those in words.
  return new Map(items.toReversed().map((item) => [itemKey(item), item]));
}
