import type { CommitGraph } from '../people/commit-graph.ts';
import type { PullRequestMerge } from './merge-finder.ts';
import { readMergeMessage } from './merge-message.ts';
import type { MergingCommit } from './merging-commit.ts';

const AUTO_MERGE = /^auto merge of #/i;
const ROLLUP_MERGE = /^rollup merge of #/i;
const LISTED = /^\s*[-*] #(?<number>[1-9]\d{0,9})\b/;

/** The pull requests that the message of a rollup's merge lists as merged; failed ones come after them. */
export function listedInRollup(subject: string, body: string): number[] {
  if (!AUTO_MERGE.test(subject) || !body.includes('Successful merges:')) return [];
  const [, list = ''] = body.split('Successful merges:', 2);
  const [successful = ''] = list.split(/^Failed merges:/m, 1);
  return successful.split('\n').flatMap((line) => {
    const number = LISTED.exec(line)?.groups?.['number'];
    return number === undefined ? [] : [Number(number)];
  });
}

/**
 * The merges of single pull requests that the branch of a rollup consists of, oldest first. They have
 * the date of the rollup's own merge, which brought them to the default branch.
 */
export function mergesInRollup(rollup: MergingCommit, graph: CommitGraph): PullRequestMerge[] {
  if (!AUTO_MERGE.test(rollup.subject)) return [];
  const merges: PullRequestMerge[] = [];
  let at = graph.parentsOf(graph.numberOf(rollup.hash) ?? -1)[1];
  for (; at !== undefined; at = graph.parentsOf(at)[0]) {
    const subject = graph.subjectOf(at);
    const pulls = ROLLUP_MERGE.test(subject) ? (readMergeMessage(subject)?.pulls ?? []) : [];
    const [pull] = pulls;
    if (pull === undefined) break;
    const parents = graph.parentsOf(at).map((parent) => graph.columns.hashes[parent] ?? '');
    const { time, depth } = rollup;
    const hash = graph.columns.hashes[at] ?? '';
    const commit = { hash, time, depth, parents, subject, pulls, lists: [], rollup };
    merges.push({ pull, commits: [commit] });
  }
  return merges.toReversed();
}
