import type { BranchPullRequest, BranchState } from './branch-state.ts';

/** What to do with a report's branch. */
export type BranchDecision =
  /** Commit to it; `head` is null where it has to be created from the base first. */
  | {
      kind: 'commit';
      head: string | null;
      /** The report to bring the draft into; null for a first draft. */
      report: string | null;
      /** Whether the report is read from the branch itself, and not from the base. */
      isOwn: boolean;
      /** Null where it has to be created. */
      pullRequest: BranchPullRequest | null;
    }
  /** Leave it: a person has decided so, or it is not devreport's. */
  | { kind: 'leave'; why: string; hint: string; pullRequest: BranchPullRequest | null };

export interface BranchNames {
  branch: string;
  base: string;
  /** The path of the report. */
  path: string;
}

/**
 * Decides what a run may do with the branch of a report. Who merged or closed its pull request,
 * or removed the report, has decided; what others have made is not touched.
 */
export function decideBranch(state: BranchState, names: BranchNames): BranchDecision {
  const { branch, base, path } = names;
  const removed = state.base.report === null && state.base.hasHistory;
  const [newest = null] = state.pullRequests;
  const open = state.pullRequests.find((one) => one.state === 'OPEN') ?? null;
  const leave = (why: string, hint: string, pullRequest: BranchPullRequest | null = null) =>
    ({ kind: 'leave', why, hint, pullRequest }) as const;
  const fromBase = (head: string | null): BranchDecision =>
    removed
      ? leave(
          `${path} was removed from ${base}.`,
          'To have it drafted again, name another file with the input output.',
        )
      : { kind: 'commit', head, report: state.base.report, isOwn: false, pullRequest: null };
  if (branch === base) return fromBase(state.base.head);
  if (!open && newest) {
    const { number, state: end } = newest;
    return end === 'MERGED'
      ? leave(
          `#${String(number)} from ${branch} was merged: the report is finished.`,
          'To bring later facts into it, run devreport by hand, or set the input branch to another name.',
          newest,
        )
      : leave(
          `#${String(number)} from ${branch} was closed without being merged: this report is not wanted.`,
          'Reopen it to have it updated, or set the input branch to another name for a new one.',
          newest,
        );
  }
  if (state.head === null || (!open && !state.isAhead && state.report === null))
    return fromBase(state.head);
  if (state.report !== null)
    return {
      kind: 'commit',
      head: state.head,
      report: state.report,
      isOwn: true,
      pullRequest: open,
    };
  return open
    ? leave(
        `${path} is not on ${branch}, the branch of #${String(open.number)}: it was removed or renamed.`,
        'Close the pull request if the report is not wanted; delete its branch, too, to start anew; or name the file with the input output.',
        open,
      )
    : leave(
        `The branch ${branch} exists, has commits of its own, and no ${path}: devreport did not make it.`,
        'Set the input branch to another name, or delete the branch.',
      );
}
