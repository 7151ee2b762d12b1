import type { Config } from '../config/schema/schema.ts';
import { compareTexts } from '../period/instant.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import { itemKey } from '../item/item-id.ts';
import type { DirectCommit, Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { compileRules } from './decide.ts';
import { compileOtherBranch } from './other-branch.ts';
import type { Decision } from './decision.ts';
import { type Candidate, compileExclusions, type Exclusion } from './exclude.ts';

/** A merged pull request, and the decision that gave it its section. */
export interface DecidedPull {
  pull: PullRequest;
  decision: Decision;
}

export interface Categorised {
  /** The pull requests merged inside the period, in the order of merging. */
  merged: DecidedPull[];
  /** What the report may name, in the snapshot's order. */
  pullRequests: PullRequest[];
  issues: Issue[];
  commits: DirectCommit[];
  /** Everything else, and why. */
  excluded: { item: Candidate; exclusion: Exclusion }[];
}

/** Applies the config's rules to a snapshot: which items to leave out, and the section of each merge. */
export function categorise(snapshot: Snapshot, config: Config): Categorised {
  const exclude = compileExclusions(snapshot, config);
  const decide = compileRules(
    config,
    config.branches.others === 'section'
      ? compileOtherBranch(snapshot, config.branches)
      : undefined,
  );
  const issuesByKey = new Map(snapshot.issues.map((issue) => [itemKey(issue), issue]));
  const excluded: Categorised['excluded'] = [];
  const isIncluded = (item: Candidate): boolean => {
    const exclusion = exclude(item);
    if (exclusion) excluded.push({ item, exclusion });
    return exclusion === null;
  };

  const pullRequests = snapshot.pullRequests.filter(isIncluded);
  const issues = snapshot.issues.filter(isIncluded);
  const commits = snapshot.commits.filter(isIncluded);
  const merged = mergedInside(pullRequests, snapshot.period)
    .toSorted((a, b) => compareTexts(a.mergedAt ?? '', b.mergedAt ?? '') || a.number - b.number)
    .map((pull) => ({ pull, decision: decide(pull, issuesResolvedBy(pull, issuesByKey)) }));
  return { merged, pullRequests, issues, commits, excluded };
}

function issuesResolvedBy(pull: PullRequest, issues: ReadonlyMap<string, Issue>): Issue[] {
  return pull.references
    .filter(({ relation }) => relation === 'closes')
    .flatMap((reference) => issues.get(itemKey(reference)) ?? []);
}
