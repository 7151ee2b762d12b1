import type { DataSet } from './data-set.ts';
import { commitNamed } from './history.ts';
import { decodeId } from './ids.ts';
import { labelsOf } from './labels.ts';
import { milestonesOf } from './milestones.ts';
import { commentsOf, reviewsOf } from './parts.ts';
import { peopleOf, teamsOf } from './people.ts';
import type { Repository } from './repository.ts';

/** What `node(id)` finds: whatever the data can name by an id, in repositories within reach. */
export function nodeOf(data: DataSet, id: string): object | null {
  const commit = /^C_kwDO(\d+)_([\da-f]+)$/.exec(id);
  if (commit !== null) {
    const owner = data.repositories[Number(commit[1]) - 1];
    return owner?.access === 'granted' ? commitNamed(owner, commit[2] ?? '') : null;
  }
  return placed(data, id) ?? named(data, id);
}

function placed(data: DataSet, id: string): object | null {
  const place = decodeId(id);
  if (place === null) return null;
  const repository = data.repositories[place.repository - 1];
  if (repository?.access !== 'granted') return null;
  if (place.prefix === 'R') return repository;
  if (place.prefix === 'MI') return milestonesOf(repository)[place.number - 1] ?? null;
  if (place.prefix === 'CR') return repository.checkRuns[place.number - 1] ?? null;
  const item = repository.item(place.number);
  if (item === null) return null;
  if (place.prefix === 'IC') return commentsOf(item)[place.ordinal] ?? null;
  if (item.__typename === 'PullRequest') {
    if (place.prefix === 'PR') return item;
    if (place.prefix === 'PRR') return reviewsOf(item)?.[place.ordinal] ?? null;
  }
  return item.__typename === 'Issue' && place.prefix === 'I' ? item : null;
}

function named(data: DataSet, id: string): object | null {
  const lists: Record<string, (() => { id: string }[]) | undefined> = {
    U: () => peopleOf(data),
    T: () => teamsOf(data),
    LA: () => reachable(data).flatMap(labelsOf),
    REF: () => reachable(data).flatMap(refsOf),
  };
  const list = lists[id.slice(0, id.indexOf('_'))];
  return list?.().find((one) => one.id === id) ?? null;
}

function reachable({ repositories }: DataSet): Repository[] {
  return repositories.filter(({ access }) => access === 'granted');
}

function refsOf(repository: Repository) {
  const names = repository.git.hasContent ? repository.git.branches : repository.branchNames;
  return names.flatMap((name) => repository.branch(name) ?? []);
}
