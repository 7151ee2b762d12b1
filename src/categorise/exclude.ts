import type { Config } from '../config/schema/schema.ts';
import { itemKey } from '../item/item-id.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { DirectCommit, Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { authorMatch, labelAmong, pathMatch, pathsOf, titleMatch } from './match.ts';
import { compileOtherBranch } from './other-branch.ts';
import { changeKey, revertPairs } from './reverts.ts';

/** What may be left out. */
export type Candidate = PullRequest | Issue | DirectCommit;

/**
 * The rules that leave items out, in the order they are tried: those of the config's `exclude` and
 * `bots`, then those for single items, which the draft names for its editor.
 */
export const exclusionRules = [
  ...(['bots', 'authors', 'labels', 'titles', 'paths'] as const),
  ...(['mark', 'changelog', 'branch', 'reverts', 'rollup'] as const),
];
export type ExclusionRule = (typeof exclusionRules)[number];

/** Why an item is left out of the report. */
export interface Exclusion {
  rule: ExclusionRule;
  /** What it matched: a login, a label, a title, a path, a branch, or keys of other changes. */
  evidence: string;
}

/** Gives the reason for which an item is left out, or null for an included item. */
export type Exclude = (item: Candidate) => Exclusion | null;

/** Gives the evidence for a rule, or null. */
type RuleTest = (item: Candidate) => string | null;

/** Compiles the exclusions once, for any number of items of a snapshot. */
export function compileExclusions(snapshot: Snapshot, config: Config): Exclude {
  const { labels } = config;
  const tests = { ...configuredTests(config), ...markTests(snapshot, config) };
  const included = labelTest([labels.include]);
  return (item) => {
    if (included(item) !== null) return null;
    for (const rule of exclusionRules) {
      const evidence = tests[rule](item);
      if (evidence !== null) return { rule, evidence };
    }
    return null;
  };
}

function configuredTests({ bots, exclude }: Config) {
  const [authors, titles] = [authorMatch(exclude.authors), titleMatch(exclude.titles)];
  const paths = pathMatch(exclude.paths);
  return {
    bots: (item) =>
      bots === 'exclude' && item.author.type === 'bot' && 'files' in item
        ? (item.author.login ?? '')
        : null,
    authors: ({ author: { login } }) => (login !== null && authors(login) !== null ? login : null),
    labels: labelTest(exclude.labels),
    titles: ({ title }) => (titles(title) === null ? null : title),
    paths(item) {
      const files = 'files' in item ? (item.files ?? []) : [];
      // The old path of a rename has to match too: moving a file out of docs/ changes more than docs.
      const all = files.length > 0 && files.flatMap(pathsOf).every((path) => paths(path) !== null);
      return all ? (files[0]?.path ?? '') : null;
    },
  } satisfies Partial<Record<ExclusionRule, RuleTest>>;
}

function markTests(snapshot: Snapshot, { branches, labels, reverts }: Config) {
  const otherBranch = branches.others === 'exclude' ? compileOtherBranch(snapshot, branches) : null;
  const pairs = reverts === 'drop' ? revertPairs(snapshot) : null;
  const merged = new Set(mergedInside(snapshot.pullRequests, snapshot.period).map(itemKey));
  return {
    mark: labelTest([labels.exclude]),
    changelog: (item) =>
      'changelog' in item && item.changelog === 'skip' ? 'changelog skip' : null,
    branch: (item) => ('base' in item ? (otherBranch?.(item) ?? null) : null),
    reverts: (item) => pairs?.get(changeKey(item)) ?? null,
    rollup({ references }) {
      const keys = references.filter(({ relation }) => relation === 'includes').map(itemKey);
      return keys.length > 0 && keys.every((key) => merged.has(key)) ? keys.join(', ') : null;
    },
  } satisfies Partial<Record<ExclusionRule, RuleTest>>;
}

/** The first label of an item that matches. */
function labelTest(patterns: readonly string[]): RuleTest {
  const among = labelAmong(patterns);
  return (item) => ('labels' in item ? among(item.labels) : null);
}
