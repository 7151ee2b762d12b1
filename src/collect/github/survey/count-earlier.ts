import type { TimeWindow } from '../../../period/earlier.ts';
import { secondBefore } from '../../../period/instant.ts';
import { type CountName, countNames, type PeriodCounts } from '../../../snapshot/history-schema.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';
import { countField } from './count-field.ts';

/** The searches with the numbers of a period; both ends of a range belong to it. */
const searches: Record<CountName, (range: string) => string> = {
  pullsOpened: (range) => `is:pr created:${range}`,
  pullsMerged: (range) => `is:pr is:merged merged:${range}`,
  pullsClosed: (range) => `is:pr is:unmerged is:closed closed:${range}`,
  issuesOpened: (range) => `is:issue created:${range}`,
  issuesClosed: (range) => `is:issue is:closed closed:${range}`,
};

/** How many searches a repository takes for one period. */
export const searchesForPeriod = countNames.length;

/** What happened in a repository in each of the windows. A number that GitHub doesn't give is null. */
export function countEarlier(
  run: Run,
  repository: string,
  windows: readonly TimeWindow[],
  signal?: AbortSignal,
): Promise<PeriodCounts[]> {
  return Promise.all(
    windows.map(async ({ start, end }) => {
      const range = `${start}..${secondBefore(end)}`;
      const counts = await Promise.all(
        countNames.map(async (name) => {
          const text = `repo:${repository} ${searches[name](range)}`;
          return [name, await countOrNull(run, text, signal)] as const;
        }),
      );
      return Object.fromEntries(counts) as PeriodCounts;
    }),
  );
}

async function countOrNull(
  { requester }: Run,
  text: string,
  signal?: AbortSignal,
): Promise<number | null> {
  try {
    return await requester.ask<number | null>({
      ...countField(text),
      ...(signal && { signal }),
      optional: true,
      unanswered: () => null,
    });
  } catch (error) {
    // Missing or forbidden: the survey of the repository finds out.
    if (error instanceof Failure) return null;
    throw error;
  }
}
