import { countField } from './count-field.ts';
import { toInstant, toSeconds } from './seconds.ts';
import type { Run } from '../run.ts';
import { surveyField, type Survey } from './survey-field.ts';

/** How many items a search counts in a repository. */
export interface CandidateCounts {
  /** Candidates: created before the period's end, and updated since its start. */
  pullRequests: number;
  issues: number;
  /** Merged inside. */
  merged: number;
}

export interface SurveyedRepository extends Survey {
  counts: CandidateCounts;
}

/**
 * Looks at the repository: its own lists, and what search counts, since either may be wrong.
 *
 * @throws {Failure} when it is missing, forbidden or unreadable
 */
export async function surveyRepository(run: Run, name: string): Promise<SurveyedRepository> {
  const [survey, counts] = await Promise.allSettled([
    run.requester.ask(surveyField(name)),
    countCandidates(run, name),
  ]);
  // Of two failures, the repository's own is the clearer one.
  if (survey.status === 'rejected') throw survey.reason;
  if (counts.status === 'rejected') throw counts.reason;
  // Search doesn't follow renames.
  const { nameWithOwner } = survey.value;
  const isRenamed = nameWithOwner.toLowerCase() !== name.toLowerCase();
  return {
    ...survey.value,
    counts: isRenamed ? await countCandidates(run, nameWithOwner) : counts.value,
  };
}

async function countCandidates({ requester, period }: Run, name: string): Promise<CandidateCounts> {
  const { start, end } = period;
  const candidates = `updated:>=${start} created:<${end}`;
  const lastSecond = toInstant(toSeconds(end) - 1);
  const [pullRequests, issues, merged] = await Promise.all([
    requester.ask(countField(`repo:${name} is:pr ${candidates}`)),
    requester.ask(countField(`repo:${name} is:issue ${candidates}`)),
    requester.ask(countField(`repo:${name} is:pr is:merged merged:${start}..${lastSecond}`)),
  ]);
  return { pullRequests, issues, merged };
}
