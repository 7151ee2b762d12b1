import type { Run } from '../run.ts';
import { countField } from '../find/search/read-range.ts';
import { toInstant, toSeconds } from '../find/search/seconds.ts';
import { surveyField, type Survey } from './survey-field.ts';

/** What search counts in a repository. */
export interface Counts {
  /** Candidates: created before the end and updated since the start. */
  pullRequests: number;
  issues: number;
  /** Merged inside. */
  merged: number;
}

export interface Repository extends Survey {
  counts: Counts;
}

/**
 * Looks at the repository. What its lists say is held against what search counts, whichever errs.
 *
 * @throws {Failure} when it is missing or forbidden, or cannot be read
 */
export async function surveyRepository(run: Run, name: string): Promise<Repository> {
  const [survey, counts] = await Promise.allSettled([
    run.requester.ask(surveyField(name)),
    countCandidates(run, name),
  ]);
  // Of two failures, the repository's own says more.
  if (survey.status === 'rejected') throw survey.reason;
  if (counts.status === 'rejected') throw counts.reason;
  // Search does not follow renames.
  const { nameWithOwner } = survey.value;
  const renamed = nameWithOwner.toLowerCase() !== name.toLowerCase();
  return {
    ...survey.value,
    counts: renamed ? await countCandidates(run, nameWithOwner) : counts.value,
  };
}

async function countCandidates({ requester, period }: Run, name: string): Promise<Counts> {
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
