import type { ProjectActivity } from '../../propose/people/propose-people.ts';
import { orNothing } from '../facts/project/or-nothing.ts';
import type { ProposedCheckout } from './gather-project.ts';

/** What shows who is who in a project, and a log line about each part that can't be read. */
export interface GatheredPeople {
  activity: ProjectActivity;
  log: string[];
}

/** In milliseconds: without an answer by then, a config is proposed without the comments. */
const PATIENCE = 4_000;

/** Reads who signed the newest commits, and, with a token, the comments on what was merged last. */
export async function gatherPeople(checkout: ProposedCheckout): Promise<GatheredPeople> {
  const { root, repository, server, environment } = checkout;
  const { variables, signal } = environment;
  const log: string[] = [];
  const { recentSignatures } = await import('../../collect/git/recent-signatures.ts');
  const clone = { directory: root, repository, server, environment: variables, signal };
  const [signatures, pulls] = await Promise.all([
    orNothing('who signed the commits', log, () => recentSignatures(clone)),
    readComments(checkout, log),
  ]);
  return { activity: { signatures, pulls }, log };
}

/** None without a token, or without a repository to ask about. */
async function readComments(
  { repository, environment, github }: ProposedCheckout,
  log: string[],
): Promise<ProjectActivity['pulls']> {
  const client = repository === null ? null : await github();
  if (repository === null || client === null) return [];
  const { recentComments } = await import('../../collect/github/recent-comments.ts');
  const options = { ...client, timeout: PATIENCE };
  return orNothing('comments on GitHub', log, () =>
    recentComments(repository, options, environment.signal),
  );
}
