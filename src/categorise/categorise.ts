import type { Config } from '../config/schema.ts';
import { compareTexts } from '../period/instant.ts';
import { isMergedInside } from '../snapshot/merged-inside.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { compileRules } from './decide.ts';
import type { Decision } from './decision.ts';
import { compileExclusions, type Exclusion } from './exclude.ts';

export interface DecidedPull {
  pull: PullRequest;
  decision: Decision;
}

export interface Categorised {
  /** The pull requests merged inside the period, in the order they were merged. */
  merged: DecidedPull[];
  /** What the report may name; the rest is in `excluded`. */
  pullRequests: PullRequest[];
  issues: Issue[];
  excluded: { item: PullRequest | Issue; exclusion: Exclusion }[];
}

/** Sorts a snapshot's items by the config's rules: what is left out, and the section of what was merged. */
export function categorise(snapshot: Snapshot, config: Config): Categorised {
  const exclude = compileExclusions(config);
  const decide = compileRules(config);
  const issuesByKey = new Map(snapshot.issues.map((issue) => [itemKey(issue), issue]));
  const excluded: Categorised['excluded'] = [];
  const stays = (item: PullRequest | Issue): boolean => {
    const exclusion = exclude(item);
    if (exclusion) excluded.push({ item, exclusion });
    return exclusion === null;
  };

  const pullRequests = snapshot.pullRequests.filter(stays);
  const issues = snapshot.issues.filter(stays);
  const merged = pullRequests
    .filter((pull) => isMergedInside(pull, snapshot.period))
    .toSorted((a, b) => compareTexts(a.mergedAt ?? '', b.mergedAt ?? '') || a.number - b.number)
    .map((pull) => ({ pull, decision: decide(pull, resolvedBy(pull, issuesByKey)) }));
  return { merged, pullRequests, issues, excluded };
}

function resolvedBy(pull: PullRequest, issues: ReadonlyMap<string, Issue>): Issue[] {
  return pull.references
    .filter(({ relation }) => relation === 'closes')
    .flatMap((reference) => issues.get(itemKey(reference)) ?? []);
}
