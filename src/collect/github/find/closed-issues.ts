import { itemKey } from '../../../item/item-id.ts';
import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import { noteLost } from '../warnings/unread-parts.ts';
import type { IssueFacts, PullRequestFacts } from '../facts/item-facts.ts';
import { wholeIssue, type WholeIssue } from '../lists/full-items.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { readNodes } from './one-by-one/by-id.ts';
import { readNumbered } from './one-by-one/by-number.ts';

/** An issue that a pull request closes; the id is known when GitHub itself says so. */
export interface Closed {
  id: string | null;
  /** `owner/name` */
  repository: string;
  number: number;
}

/** What the pull request closes, by GitHub's word and by its body's, if it was merged inside. */
export function closedBy(
  { period }: Run,
  pull: Pick<PullRequestFacts, 'mergedAt' | 'body'>,
  linked: readonly Closed[],
): Closed[] {
  if (!isMergedInside(pull, period)) return [];
  const worded = pull.body.references.filter(({ relation }) => relation === 'closes');
  return [...linked, ...worded.map(({ repository, number }) => ({ id: null, repository, number }))];
}

/**
 * The closed issues, as far as they exist, with their lists.
 *
 * @param known facts at hand, by `itemKey`
 */
export async function readClosed(
  run: Run,
  closed: readonly Closed[],
  known: ReadonlyMap<string, IssueFacts>,
): Promise<WholeIssue[]> {
  const { issues } = run;
  const atHand = closed.flatMap((issue) => known.get(itemKey(issue)) ?? []);
  const unknown = closed.filter((issue) => !known.has(itemKey(issue)));
  const linked = unknown.flatMap(({ id, ...item }) => (id === null ? [] : { ...item, id }));
  const wanted = { ...issues, selection: issues.facts };
  const read = await Promise.all([
    readNodes(run, wanted, linked).catch(orLacking(run, linked)),
    ...unknown
      .filter(({ id }) => id === null)
      .map((item) => readNumberedIssue(run, item).catch(orLacking(run, [item]))),
  ]);
  const facts = [...atHand, ...read.flat()];
  return Promise.all(facts.map((issue) => wholeIssue(run, issue)));
}

/** Names them when GitHub cannot say. @throws what is no failure */
function orLacking(run: Run, items: readonly Closed[]): (error: unknown) => IssueFacts[] {
  return (error) => {
    if (!(error instanceof Failure)) throw error;
    // People write numbers of pull requests and discussions, and numbers that never were.
    const why = error.kind === 'not-found' ? null : error.brief;
    noteLost(
      run,
      items.map((item) => ({ ...item, why })),
    );
    return [];
  };
}

async function readNumberedIssue(run: Run, item: Closed): Promise<IssueFacts[]> {
  const { issue } = await readNumbered(run, item);
  return issue ? [issue] : [];
}
