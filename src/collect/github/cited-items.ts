import { itemKey, type ItemId } from '../../item/item-id.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { issueAtEnd, pullRequestAtEnd } from './at-end/items-at-end.ts';
import { readByNumber } from './find/one-by-one/by-number.ts';
import { identitiesIn } from './people/identities.ts';
import { readFullIssue, readFullPullRequest } from './lists/full-items.ts';
import { Failure } from './request/failures/failure.ts';
import type { Run } from './run.ts';
import { WarningLog } from './warnings/warning-log.ts';

/**
 * Adds the cited items to the snapshot, as they were when the period ended, even if nothing happened
 * to them inside. Leaves out those of other repositories, and those that don't exist.
 */
export async function withCitedItems(
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
  const warnings = new WarningLog();
  const reading = { ...run, warn: warnings.warn };
  const found = await Promise.all([...unknown.values()].map((item) => readCited(reading, item)));
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
    warnings: [...snapshot.warnings, ...warnings.sorted(repositories)],
  };
}

async function readCited(run: Run, { repository, number }: ItemId) {
  const canonical = (name: string) =>
    name.toLowerCase() === repository.toLowerCase() ? repository : name;
  try {
    const { issue, pull } = await readByNumber(run, { repository, number });
    const full = pull && (await readFullPullRequest(run, pull));
    const identities = identitiesIn(full ? [full] : []);
    return {
      issue: issue && issueAtEnd(await readFullIssue(run, issue), run.period, canonical),
      pull: full && pullRequestAtEnd(full, run.period, canonical, identities),
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind !== 'not-found') {
      const message = `Cannot read #${number}, which the report cites: ${error.message}`;
      run.warn('cited-unreadable', message, repository);
    }
    return {};
  }
}
