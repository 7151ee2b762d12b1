import { type ItemId, itemKey } from '../../item/item-id.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { readNumbered } from './find/one-by-one/by-number.ts';
import { Notes } from './warnings/warning-log.ts';
import { wholeIssue, wholePullRequest } from './lists/full-items.ts';
import { Failure } from './request/failures/failure.ts';
import type { Run } from './run.ts';
import { toIssue, toPullRequest } from './at-end/to-snapshot.ts';

/**
 * The snapshot with what somebody cites, as it was when the period ended, though nothing need have
 * happened to it inside. Items of other repositories and what does not exist stay unknown.
 */
export async function withCited(
  run: Run,
  snapshot: Snapshot,
  cited: readonly ItemId[],
): Promise<Snapshot> {
  const { pullRequests, issues, repositories } = snapshot;
  const known = new Set([...pullRequests, ...issues].map(itemKey));
  const covered = new Map(repositories.map((name) => [name.toLowerCase(), name]));
  const unknown = new Map(
    cited.flatMap((item) => {
      const repository = covered.get(item.repository.toLowerCase());
      return repository === undefined || known.has(itemKey(item))
        ? []
        : [[itemKey(item), { repository, number: item.number }]];
    }),
  );
  if (unknown.size === 0) return snapshot;
  const notes = new Notes();
  const asked = { ...run, note: notes.note };
  const found = await Promise.all([...unknown.values()].map((item) => readCited(asked, item)));
  const inOrder = <T extends ItemId>(items: T[]) =>
    items.sort(
      (a, b) =>
        repositories.indexOf(a.repository) - repositories.indexOf(b.repository) ||
        a.number - b.number,
    );
  return {
    ...snapshot,
    pullRequests: inOrder([...pullRequests, ...found.flatMap(({ pull }) => pull ?? [])]),
    issues: inOrder([...issues, ...found.flatMap(({ issue }) => issue ?? [])]),
    warnings: [...snapshot.warnings, ...notes.sorted(repositories)],
  };
}

async function readCited(run: Run, { repository, number }: ItemId) {
  const canonical = (name: string) =>
    name.toLowerCase() === repository.toLowerCase() ? repository : name;
  try {
    const { issue, pull } = await readNumbered(run, { repository, number });
    return {
      issue: issue && toIssue(await wholeIssue(run, issue), run.period, canonical),
      pull: pull && toPullRequest(await wholePullRequest(run, pull), run.period, canonical),
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind !== 'not-found') {
      const message = `What became of #${number} cannot be told: ${error.message}`;
      run.note('cited-unreadable', message, repository);
    }
    return {};
  }
}
