import type { DecidedPull } from '../categorise/categorise.ts';
import { personKey } from '../people/person-key.ts';
import { compareTexts } from '../period/instant.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { Act, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { creditTo } from './credits.ts';
import { type Naming, refTo } from './refs.ts';
import type { CommitEntry, Credit, Entry } from './view/entry-schema.ts';
import type { Contributor, View } from './view/view.ts';

/** Whether it is the first merged pull request of a person in its repository. */
export function isNewcomers({ firstByAuthor, author }: PullRequest): boolean {
  return firstByAuthor === true && author.type !== 'bot';
}

/** The authors of such pull requests, each once, with those. */
export function newcomers(merged: readonly DecidedPull[], naming: Naming): View['newcomers'] {
  const byKey = new Map<string, View['newcomers'][number]>();
  for (const { pull } of merged) {
    const credit = isNewcomers(pull) ? creditTo(pull.author, naming.server) : null;
    if (!credit) continue;
    const key = personKey(credit);
    const found = byKey.get(key) ?? { ...credit, refs: [] };
    byKey.set(key, { ...found, refs: [...found.refs, refTo(pull, pull, naming)] });
  }
  return [...byKey.values()];
}

/** Everybody whom these entries credit, and what they did in the period. */
export function contributors(
  entries: readonly (Entry | CommitEntry)[],
  { pullRequests, issues, period }: Snapshot,
): Contributor[] {
  const credits = new Map<string, Credit>(
    entries.flatMap((entry) => entry.credits.map((credit) => [personKey(credit), credit])),
  );
  const counts = new Map<string, Pick<Contributor, 'pulls' | 'reviews' | 'comments'>>();
  const countsOf = (key: string) => {
    const found = counts.get(key) ?? { pulls: 0, reviews: 0, comments: 0 };
    counts.set(key, found);
    return found;
  };
  for (const { author, coAuthors } of mergedInside(pullRequests, period))
    for (const key of new Set([author, ...coAuthors].map(personKey))) countsOf(key).pulls += 1;
  for (const { by, did } of [...pullRequests, ...issues].flatMap(({ activity }) => activity)) {
    const counted = counterOf[did];
    if (counted) countsOf(personKey(by))[counted] += 1;
  }
  return [...credits]
    .map(([key, credit]) => ({ ...credit, ...countsOf(key) }))
    .toSorted((a, b) => compareTexts(a.name.toLowerCase(), b.name.toLowerCase()));
}

const counterOf: Partial<Record<Act['did'], 'reviews' | 'comments'>> = {
  reviewed: 'reviews',
  commented: 'comments',
};
