import { compareTexts } from '../../../period/instant.ts';
import type { ChangedFile } from '../../../snapshot/schema.ts';
import type { Run } from '../run.ts';
import type { IssueFacts, PullRequestFacts } from '../facts/item-facts.ts';
import type { Change, Deed } from '../facts/timeline-entries.ts';
import {
  closingIssues,
  commits,
  files,
  labels,
  type ClosingIssue,
  type Commit,
  type Label,
} from '../facts/item-lists.ts';
import { changes, closings, deeds, type Typename } from '../facts/timeline.ts';
import { unique, type Walked } from './walk.ts';
import { readRest } from './remaining-pages.ts';

/** An item with its lists read to their ends. */
export interface WholeIssue extends Omit<IssueFacts, 'labels' | 'timeline'> {
  labels: Label[];
  deeds: Deed[];
  changes: Change[];
  /** The lists that could not be read to their ends. */
  cut: string[];
  /** The lists that GitHub does not give at all. */
  absent: string[];
}

export interface WholePullRequest
  extends
    WholeIssue,
    Omit<
      PullRequestFacts,
      keyof WholeIssue | 'labels' | 'timeline' | 'files' | 'closing' | 'commits'
    > {
  /** Null: GitHub does not tell the paths. */
  files: ChangedFile[] | null;
  filesComplete: boolean;
  closing: ClosingIssue[];
  commits: Commit[];
}

export async function wholeIssue(run: Run, facts: IssueFacts): Promise<WholeIssue> {
  const { timeline: _, ...rest } = facts;
  return { ...rest, ...(await wholeCommon(run, facts, 'Issue')) };
}

export async function wholePullRequest(
  run: Run,
  facts: PullRequestFacts,
): Promise<WholePullRequest> {
  const { requester } = run;
  const item = { typename: 'PullRequest', id: facts.id };
  const [common, changed, closing, committed] = await Promise.all([
    wholeCommon(run, facts, 'PullRequest'),
    // Null on huge ones, but once in a while only because GitHub was slow: worth a second question.
    readRest(requester, item, files, facts.files),
    readRest(requester, item, closingIssues, facts.closing),
    readRest(requester, item, commits, facts.commits),
  ]);
  const cut = [...common.cut];
  if (!committed.complete) cut.push('commits');
  if (!changed.complete && !changed.absent) cut.push('files');
  const absent = [...common.absent];
  if (!closing.complete) (closing.absent ? absent : cut).push('closing issues');
  return {
    ...facts,
    ...common,
    cut,
    absent,
    files: changed.nodes.length === 0 && !changed.complete ? null : changed.nodes,
    // GitHub lists about 3,000 files at most, without saying that there are more.
    filesComplete: changed.complete && changed.nodes.length >= facts.changedFiles,
    closing: closing.nodes,
    commits: committed.nodes,
  };
}

async function wholeCommon(run: Run, facts: IssueFacts, typename: Typename) {
  const { requester } = run;
  const item = { typename, id: facts.id };
  const [labelled, { done, changed }] = await Promise.all([
    readRest(requester, item, labels, facts.labels),
    wholeTimeline(run, facts, typename),
  ]);
  const cut: string[] = [];
  const absent: string[] = [];
  if (!labelled.complete) (labelled.absent ? absent : cut).push('labels');
  if (!done.complete) cut.push('comments and reviews');
  if (!changed.complete) cut.push('events');
  const all = [...changed.nodes];
  if (wasClosedBefore(all)) {
    const earlier = await readRest(requester, item, closings, null);
    const ids = new Set(all.map(({ id }) => id));
    all.push(...earlier.nodes.filter(({ id }) => !ids.has(id)));
    if (!earlier.complete) cut.push('events');
  }
  return { labels: labelled.nodes, deeds: done.nodes, changes: all, cut, absent };
}

async function wholeTimeline(
  { requester, period }: Run,
  { id, timeline }: IssueFacts,
  typename: Typename,
): Promise<{ done: Walked<Deed>; changed: Walked<Change> }> {
  if (timeline !== null && !timeline.hasNextPage && timeline.holes === 0) {
    const nodes = unique(timeline.nodes, (entry) => entry.id);
    return {
      done: { nodes: nodes.filter((entry) => 'did' in entry), complete: true },
      changed: { nodes: nodes.filter((entry) => 'is' in entry), complete: true },
    };
  }
  const item = { typename, id };
  const [done, changed] = await Promise.all([
    readRest(requester, item, deeds(period, typename), null),
    readRest(requester, item, changes(period, typename), null),
  ]);
  return { done, changed };
}

/** Whether the first thing since the period's start was a reopening: then it was closed, and today's facts don't say when. */
function wasClosedBefore(changes: readonly Change[]): boolean {
  const [first] = changes
    .filter(({ is }) => is === 'closed' || is === 'reopened')
    .sort((a, b) => compareTexts(a.at, b.at));
  return first?.is === 'reopened';
}
