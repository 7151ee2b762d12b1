import { pathsOf } from '../categorise/match.ts';
import { readBump } from '../compose/bumps/read-bump.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import type { Project } from './project.ts';

/** What a history without labels shows of a project. */
export function factsOfHistory(
  history: readonly { title: string; paths: readonly string[] }[],
): Pick<Project, 'changes' | 'titles' | 'tried'> {
  // However many a bot makes, bumps are no example of how people title and divide their work.
  const own = history.filter(({ title }) => readBump(title) === null);
  return {
    changes: history.map(({ paths }) => paths),
    titles: own.map(({ title }) => title),
    tried: own.map(({ title, paths }) => ({ title, paths, labels: [] })),
  };
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
  const all = merged.map(({ title, labels, files }) => ({
    title,
    labels,
    paths: (files ?? []).flatMap(pathsOf),
  }));
  return {
    repository: repositories.length === 1 ? (repositories[0] ?? null) : null,
    server,
    reports: [],
    pulls: [],
    ...{ labeler: null, release: null, drafter: null, codeOwners: null },
    labels: byUse([...merged, ...issues].flatMap(({ labels }) => labels)),
    ...factsOfHistory(all),
    span: 'the period',
    tried: all.filter(({ title }) => readBump(title) === null),
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
