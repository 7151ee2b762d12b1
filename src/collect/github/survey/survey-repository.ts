import { countField } from './count-field.ts';
import { toInstant, toSeconds } from './seconds.ts';
import type { TimeWindow } from '../../../period/earlier.ts';
import type { PeriodCounts } from '../../../snapshot/history-schema.ts';
import { countEarlier } from './count-earlier.ts';
import type { Run } from '../run.ts';
import { surveyField, type Survey } from './survey-field.ts';

/** How many items a search counts in a repository. */
export interface CandidateCounts {
  /** Candidates: created before the period's end, and updated since its start. */
  pullRequests: number;
  issues: number;
  /** Merged inside. */
  merged: number;
  /** Of those, with the word `changelog` in a comment. */
  remarked: number;
}

/** The search for merged pull requests whose comments have the word that begins a line for the changelog. */
export const remarkTerms = 'is:pr is:merged changelog in:comments';

export interface SurveyedRepository extends Survey {
  counts: CandidateCounts;
  /** What happened in each of the earlier periods. */
  earlier: PeriodCounts[];
}

/**
 * Looks at the repository: its own lists, and what search counts, since either may be wrong.
 *
 * @throws {Failure} when it is missing, forbidden or unreadable
 */
export async function surveyRepository(
  run: Run,
  name: string,
  earlier: readonly TimeWindow[],
): Promise<SurveyedRepository> {
  const unneeded = new AbortController();
  const count = async (searched: string, signal?: AbortSignal) => {
    const [counts, counted] = await Promise.all([
      countCandidates(run, searched, signal),
      countEarlier(run, searched, earlier, signal),
    ]);
    return { counts, earlier: counted };
  };
  const counting = count(name, unneeded.signal);
  // Unless it is awaited below, its failure doesn't matter.
  counting.catch(() => undefined);
  try {
    const survey = await run.requester.ask(surveyField(name));
    // Search doesn't follow renames, and GitHub may refuse one that names nothing.
    const { nameWithOwner } = survey;
    const isRenamed = nameWithOwner.toLowerCase() !== name.toLowerCase();
    if (isRenamed) unneeded.abort();
    return { ...survey, ...(await (isRenamed ? count(nameWithOwner) : counting)) };
  } catch (error) {
    unneeded.abort();
    throw error;
  }
}

async function countCandidates(
  { requester, period }: Run,
  name: string,
  signal?: AbortSignal,
): Promise<CandidateCounts> {
  const { start, end } = period;
  const candidates = `updated:>=${start} created:<${end}`;
  const lastSecond = toInstant(toSeconds(end) - 1);
  const count = (terms: string) =>
    requester.ask({ ...countField(`repo:${name} ${terms}`), ...(signal && { signal }) });
  const [pullRequests, issues, merged, remarked] = await Promise.all([
    count(`is:pr ${candidates}`),
    count(`is:issue ${candidates}`),
    count(`is:pr is:merged merged:${start}..${lastSecond}`),
    count(`${remarkTerms} merged:${start}..${lastSecond}`),
  ]);
  return { pullRequests, issues, merged, remarked };
}
