import * as v from 'valibot';
import { contains } from '../src/period/period.ts';
import { itemKey } from '../src/item/item-id.ts';
import {
  type Act,
  type Issue,
  type Person,
  type PullRequest,
  type Reference,
  type Snapshot,
  snapshotSchema,
} from '../src/snapshot/schema.ts';
import { sampleWarnings } from './sample-warnings.ts';
import type { Seed, SeedItem } from './seed.ts';

/**
 * The recorded week as a snapshot. Nothing is added to what the seed holds: what has no date inside
 * the week is left out, unless a pull request merged in it closes it or the published report cites
 * it, and the warnings name what stays uncertain.
 */
export function recordSample(seed: Seed): Snapshot {
  const { start, end } = seed.window;
  const items = knownItems(seed);
  const resolved = resolvedItems(seed);
  const ofTheWeek = items.filter(
    (item) => activity(item, seed).length > 0 || resolved.has(keyOf(item)),
  );
  const included = items.filter((item) => ofTheWeek.includes(item) || item.citedInReport !== null);
  return v.parse(snapshotSchema, {
    schemaVersion: 1,
    period: { kind: 'week', start, end, timezone: 'UTC', date: end.slice(0, 10) },
    server: 'https://github.com',
    repositories: seed.repositories,
    pullRequests: included.filter(({ kind }) => kind === 'pr').map((item) => toPull(item, seed)),
    issues: included.filter(({ kind }) => kind === 'issue').map((item) => toIssue(item, seed)),
    collected: { source: 'sample', at: null, requests: 0, points: 0 },
    complete: true,
    warnings: sampleWarnings(seed, ofTheWeek),
  });
}

/** Those with facts, from before the week's end, in the order of the repositories, then by number. */
function knownItems({ items, repositories, window }: Seed): SeedItem[] {
  return items
    .filter(({ kind }) => kind !== null)
    .filter(({ createdAt }) => createdAt === null || createdAt < window.end)
    .sort(
      (a, b) => repositories.indexOf(a.repo) - repositories.indexOf(b.repo) || a.number - b.number,
    );
}

/** What the pull requests merged in the week close. */
function resolvedItems({ items, window }: Seed): Set<string> {
  const merged = items.filter(({ mergedAt }) => mergedAt !== null && contains(window, mergedAt));
  return new Set(merged.flatMap(({ closes }) => closes));
}

function toPull(item: SeedItem, seed: Seed): PullRequest {
  const merged = item.stateAtWindowEnd === 'merged';
  return {
    ...common(item, seed),
    state: stateOf(item),
    mergedAt: merged ? item.mergedAt : null,
    mergedBy: merged && item.mergedBy !== null ? user(item.mergedBy) : null,
    base: item.baseBranch,
    mergeCommit: merged ? item.mergeCommit : null,
    files: item.files.map(([path, additions, deletions]) => ({ path, additions, deletions })),
    filesComplete: true,
    draft: null,
    coAuthors: [],
    note: null,
    changelog: null,
    firstByAuthor: null,
  };
}

function toIssue(item: SeedItem, seed: Seed): Issue {
  const state = stateOf(item);
  if (state === 'merged') throw new Error(`issue ${keyOf(item)} cannot have been merged`);
  return { ...common(item, seed), state, stateReason: null };
}

function common(item: SeedItem, seed: Seed) {
  const { repo, number, title, author, createdAt, closedAt, labels } = item;
  if (title === null || author === null) throw new Error(`${keyOf(item)} has no title or author`);
  return {
    repository: repo,
    number,
    title,
    author: user(author),
    createdAt,
    closedAt: closedAt !== null && closedAt < seed.window.end ? closedAt : null,
    labels,
    activity: activity(item, seed),
    references: [
      ...item.closes.map((key) => reference(key, 'closes')),
      ...item.links.map((key) => reference(key, 'mentions')),
    ],
  };
}

/** Inside the week, oldest first; what shares a time stays in the seed's order. */
function activity(item: SeedItem, { window }: Seed): Act[] {
  const acts: [did: Act['did'], login: string | null, at: string | null][] = [
    ['opened', item.author, item.createdAt],
    ...item.comments.map(([login, at]): ['commented', string, string] => ['commented', login, at]),
    ...item.reviews.map(([login, at]): ['reviewed', string, string] => ['reviewed', login, at]),
    ['merged', item.mergedBy, item.mergedAt],
  ];
  return acts
    .flatMap(([did, login, at]): Act[] =>
      login !== null && at !== null && contains(window, at) ? [{ did, by: user(login), at }] : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function stateOf({ stateAtWindowEnd }: SeedItem) {
  if (stateAtWindowEnd === 'not-yet-created') throw new Error('items of later weeks are left out');
  return stateAtWindowEnd ?? 'unknown';
}

function reference(key: string, relation: Reference['relation']): Reference {
  const [repository = '', number] = key.split('#');
  return { repository, number: Number(number), relation, from: 'body' };
}

/** No bot and no deleted account took part in that week. */
function user(login: string): Person {
  return { login, type: 'user' };
}

function keyOf({ repo, number }: SeedItem): string {
  return itemKey({ repository: repo, number });
}
