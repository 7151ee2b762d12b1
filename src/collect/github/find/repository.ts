import type { Run } from '../run.ts';
import { countField } from './search.ts';
import { toInstant, toSeconds } from './seconds.ts';
import { surveyField, type Survey } from './survey.ts';
import { covers } from './touched.ts';

/** What search counts in a repository. */
export interface Counts {
  /** Candidates: created before the end and updated since the start. */
  pullRequests: number;
  issues: number;
  /** Merged inside. */
  merged: number;
}

export interface Repository extends Survey {
  /** Null when everything updated since the start is at hand, and nobody needs to search. */
  counts: Counts | null;
}

/**
 * Looks at the repository: one round trip if it counts at once, which is a waste for quiet ones.
 *
 * @throws {Failure} when it is missing or forbidden, or cannot be read
 */
export async function surveyRepository(
  run: Run,
  name: string,
  countAtOnce: boolean,
): Promise<Repository> {
  const [survey, counts] = await Promise.allSettled([
    run.requester.ask(surveyField(name)),
    countAtOnce ? countCandidates(run, name) : null,
  ]);
  // Of two failures, the repository's own says more.
  if (survey.status === 'rejected') throw survey.reason;
  if (counts.status === 'rejected') throw counts.reason;
  const { start } = run.period;
  const { nameWithOwner, pullRequests, issues } = survey.value;
  const isCovered = covers(pullRequests, start) && covers(issues, start);
  if (isCovered) return { ...survey.value, counts: null };
  // Search does not follow renames.
  const renamed = nameWithOwner.toLowerCase() !== name.toLowerCase();
  const known = renamed ? null : counts.value;
  return { ...survey.value, counts: known ?? (await countCandidates(run, nameWithOwner)) };
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
