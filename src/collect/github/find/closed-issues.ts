import { itemKey } from '../../../item/item-id.ts';
import { isMergedInside } from '../../../snapshot/merged-inside.ts';
import type { IssueFacts, PullRequestFacts } from '../facts/item-facts.ts';
import { isRevert } from '../facts/links.ts';
import { readFullIssue, type FullIssue } from '../lists/full-items.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { warnOfUnreadable } from '../warnings/unread-parts.ts';
import { readByIds } from './one-by-one/by-id.ts';
import { readByNumber } from './one-by-one/by-number.ts';

/** An issue that a pull request closes. The id is null when only words name it. */
export interface ClosedIssue {
  id: string | null;
  /** `owner/name` */
  repository: string;
  number: number;
}

/**
 * The issues that the pull request closes, if it was merged inside the period.
 *
 * @param linked those that GitHub itself has linked to it
 */
export function issuesClosedBy(
  { period }: Run,
  pull: Pick<PullRequestFacts, 'mergedAt' | 'body'>,
  linked: readonly ClosedIssue[],
): ClosedIssue[] {
  if (!isMergedInside(pull, period) || isRevert(pull.body.references)) return [];
  const inWords = pull.body.references.filter(({ relation }) => relation === 'closes');
  return [
    ...linked,
    ...inWords.map(({ repository, number }) => ({ id: null, repository, number })),
  ];
}

/**
 * Reads the closed issues, with their lists. Leaves out those that don't exist.
 *
 * @param known facts that were read before, by `itemKey`
 */
export async function readClosedIssues(
  run: Run,
  closed: readonly ClosedIssue[],
  known: ReadonlyMap<string, IssueFacts>,
): Promise<FullIssue[]> {
  const { issues } = run;
  const readBefore = closed.flatMap((issue) => known.get(itemKey(issue)) ?? []);
  const unknown = closed.filter((issue) => !known.has(itemKey(issue)));
  const linked = unknown.flatMap(({ id, ...item }) => (id === null ? [] : { ...item, id }));
  const query = { ...issues, fragment: issues.facts };
  const read = await Promise.all([
    readByIds(run, query, linked).catch(warnOf(run, linked)),
    ...unknown
      .filter(({ id }) => id === null)
      .map((item) => readNumberedIssue(run, item).catch(warnOf(run, [item]))),
  ]);
  const facts = [...readBefore, ...read.flat()];
  return Promise.all(facts.map((issue) => readFullIssue(run, issue)));
}

/** Turns a failure into a warning. @throws any other error */
function warnOf(run: Run, items: readonly ClosedIssue[]): (error: unknown) => IssueFacts[] {
  return (error) => {
    if (!(error instanceof Failure)) throw error;
    // People also write numbers of pull requests, of discussions, and of nothing.
    const reason = error.kind === 'not-found' ? null : error.brief;
    warnOfUnreadable(
      run,
      items.map((item) => ({ ...item, reason })),
    );
    return [];
  };
}

async function readNumberedIssue(run: Run, item: ClosedIssue): Promise<IssueFacts[]> {
  const { issue } = await readByNumber(run, item);
  return issue ? [issue] : [];
}
