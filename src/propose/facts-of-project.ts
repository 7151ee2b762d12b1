import { pathsOf } from '../categorise/match.ts';
import { readBump } from '../compose/bumps/read-bump.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import type { Project } from './project.ts';
import { writtenPaths } from './settings/linguist.ts';
import { spellingsIn } from './spellings-in.ts';

/** As many as a busy project has in a few months. */
const LATEST = 400;

/** Seconds. */
const MONTH = 30 * 86_400;

const LEAST_MERGED = 1 / 3;

/** As git titles the merge of another branch, which says nothing about the work that came with it. */
const BRANCH_MERGED = /^Merge (?:remote-tracking )?branch(?:es)? '/;

/** A change in the history of a project. */
export interface HistoricChange {
  title: string;
  /** Of the pull request that it merged; null when it merged none. */
  number: number | null;
  paths: readonly string[];
  labels?: readonly string[];
  /** In seconds since 1970; absent where all are of one period. */
  time?: number;
}

/** What a history without labels shows of a project. */
export function factsOfHistory(
  history: readonly HistoricChange[],
  writtenOf = writtenPaths(null),
): Pick<Project, 'changes' | 'titles' | 'spellings' | 'tried' | 'month'> {
  // However many a bot makes, bumps are no example of how people title and divide their work.
  const merged = mergedOnly(history);
  const all = merged.map(({ title, paths, labels = [] }) => ({
    title,
    paths,
    written: writtenOf(paths),
    labels,
  }));
  const own = all.filter(({ title }) => readBump(title) === null);
  const titles = own.map(({ title }) => title);
  return {
    changes: own.map(({ written }) => written),
    titles,
    spellings: spellingsIn(titles),
    tried: all.slice(0, LATEST),
    month: all.slice(0, monthOf(merged)),
  };
}

/** How many changes, the newest first, are of the month before the newest. */
function monthOf(changes: readonly HistoricChange[]): number {
  const newest = changes[0]?.time ?? 0;
  const older = changes.findIndex(({ time = 0 }) => time < newest - MONTH);
  return older < 0 ? changes.length : older;
}

/** The changes that merged a pull request, as reports show them; all of them in a project that rarely has any. */
function mergedOnly(history: readonly HistoricChange[]): readonly HistoricChange[] {
  const merged = history.filter(({ number }) => number !== null);
  if (merged.length >= history.length * LEAST_MERGED) return merged;
  return history.filter(({ number, title }) => number !== null || !BRANCH_MERGED.test(title));
}

/** A project as far as the facts of one period show it, by the work of people. */
export function factsOfProject({
  server,
  repositories,
  period,
  pullRequests,
  issues,
}: Snapshot): Project {
  const merged = mergedInside(pullRequests, period).filter(({ author }) => author.type !== 'bot');
  const all = merged.map(({ title, number, labels, files }) => ({
    title,
    number,
    labels,
    paths: (files ?? []).flatMap(pathsOf),
  }));
  return {
    repository: repositories.length === 1 ? (repositories[0] ?? null) : null,
    server,
    reports: [],
    pulls: [],
    ...{ labeler: null, release: null, drafter: null, codeOwners: null, groups: [] },
    labels: byUse([...merged, ...issues].flatMap(({ labels }) => labels)),
    ...factsOfHistory(all),
    span: 'the period',
  };
}

/** Each label once, the most used first. */
function byUse(labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([label]) => label);
}
