import { compareTexts } from '../../../period/instant.ts';
import { readBranchAuthors } from '../commits/branch-authors.ts';
import type { ItemType } from '../facts/fragment.ts';
import type { IssueFacts, PullRequestFacts } from '../facts/item-facts.ts';
import { closingIssueList, commitList, fileList, labelList } from '../facts/item-lists.ts';
import { closingList, contributionList, eventList } from '../facts/timeline.ts';
import type { ContributionEntry, ItemEvent } from '../facts/timeline-entries.ts';
import type { Run } from '../run.ts';
import { noRemarks, readRemarks } from './remarks.ts';
import { uniqueNodes, type PagesRead } from './read-pages.ts';
import { readRemainingPages } from './remaining-pages.ts';

/** An issue with its lists read to their ends. */
export type FullIssue = Omit<IssueFacts, 'labels' | 'timeline'> &
  Awaited<ReturnType<typeof readCommonLists>>;

/** A pull request with its lists read to their ends. */
export type FullPullRequest = Awaited<ReturnType<typeof readFullPullRequest>>;

export async function readFullIssue(run: Run, facts: IssueFacts): Promise<FullIssue> {
  const { timeline: _, ...others } = facts;
  return { ...others, ...(await readCommonLists(run, facts, 'Issue')) };
}

/** @param readsComments whether a comment may have a line for the changelog */
export async function readFullPullRequest(
  run: Run,
  facts: PullRequestFacts,
  readsComments = false,
) {
  const { requester } = run;
  const { timeline: _, ...others } = facts;
  const item = { type: 'PullRequest', id: facts.id } as const;
  const [common, changed, closing, { committed, authors }, remarks] = await Promise.all([
    readCommonLists(run, facts, 'PullRequest'),
    // On a huge pull request GitHub has no files, but null may also mean that it was slow: ask again.
    readRemainingPages(requester, item, fileList, facts.files),
    readRemainingPages(requester, item, closingIssueList, facts.closing),
    readCommitsOf(run, facts),
    readsComments ? readRemarks(run, facts) : noRemarks,
  ]);
  const cut = [...common.cut];
  if (!committed.complete) cut.push('commits');
  if (!authors.complete) cut.push('authors of commits');
  if (!remarks.complete) cut.push('texts of comments');
  if (!changed.complete && !changed.absent) cut.push('files');
  const absent = [...common.absent];
  if (!closing.complete) (closing.absent ? absent : cut).push('closing issues');
  return {
    ...others,
    ...common,
    cut,
    absent,
    /** Null: GitHub doesn't list them. */
    files: changed.nodes.length === 0 && !changed.complete ? null : changed.nodes,
    // GitHub lists about 3,000 files at most, without an error.
    filesComplete: changed.complete && changed.nodes.length >= facts.changedFiles,
    closing: closing.nodes,
    commits: authors.commits,
    /** Those whom only the merge names. */
    mergeAuthors: authors.merged,
    remarks: remarks.nodes,
  };
}

async function readCommitsOf(run: Run, facts: PullRequestFacts) {
  const item = { type: 'PullRequest', id: facts.id } as const;
  const committed = await readRemainingPages(run.requester, item, commitList, facts.commits);
  return { committed, authors: await readBranchAuthors(run, facts, committed.nodes) };
}

async function readCommonLists(run: Run, facts: IssueFacts, type: ItemType) {
  const { requester } = run;
  const item = { type, id: facts.id };
  const [labelled, { contributed, changed }] = await Promise.all([
    readRemainingPages(requester, item, labelList, facts.labels),
    readTimeline(run, facts, type),
  ]);
  const cut: string[] = [];
  const absent: string[] = [];
  if (!labelled.complete) (labelled.absent ? absent : cut).push('labels');
  if (!contributed.complete) cut.push('comments and reviews');
  if (!changed.complete) cut.push('events');
  const all = [...changed.nodes];
  if (wasClosedBefore(all)) {
    const earlier = await readRemainingPages(requester, item, closingList, null);
    const ids = new Set(all.map(({ id }) => id));
    all.push(...earlier.nodes.filter(({ id }) => !ids.has(id)));
    if (!earlier.complete) cut.push('events');
  }
  return {
    labels: labelled.nodes,
    contributions: contributed.nodes,
    events: all,
    /** The lists that could not be read to their ends. */
    cut,
    /** The lists that GitHub doesn't have. */
    absent,
  };
}

async function readTimeline(
  { requester, period }: Run,
  { id, timeline }: IssueFacts,
  type: ItemType,
): Promise<{ contributed: PagesRead<ContributionEntry>; changed: PagesRead<ItemEvent> }> {
  if (timeline !== null && !timeline.hasNextPage && timeline.holes === 0) {
    const nodes = uniqueNodes(timeline.nodes, (entry) => entry.id);
    return {
      contributed: { nodes: nodes.filter((entry) => 'did' in entry), complete: true },
      changed: { nodes: nodes.filter((entry) => 'event' in entry), complete: true },
    };
  }
  const item = { type, id };
  const [contributed, changed] = await Promise.all([
    readRemainingPages(requester, item, contributionList(period, type), null),
    readRemainingPages(requester, item, eventList(period, type), null),
  ]);
  return { contributed, changed };
}

/** Whether a reopening comes first since the start: then an earlier closing is missing. */
function wasClosedBefore(events: readonly ItemEvent[]): boolean {
  const [first] = events
    .filter(({ event }) => event === 'closed' || event === 'reopened')
    .sort((a, b) => compareTexts(a.at, b.at));
  return first?.event === 'reopened';
}
