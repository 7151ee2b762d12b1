import { defaults } from '../../config/load.ts';
import { DevreportError } from '../../errors.ts';
import { instantOf } from '../../period/instant.ts';
import type { EarlierReport, Known } from '../../propose/known.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import type { Environment } from '../environment.ts';
import { githubToken } from '../facts/source/github-token.ts';
import { many } from '../terminal/many.ts';
import { readOwners, readReports, readYaml } from './project-files.ts';
import { fetchThrough } from '../facts/source/proxy.ts';

/** What there is to propose a config from, and a line on each thing that was looked at. */
export interface Gathered {
  known: Known;
  log: string[];
}

/** Reads what a checkout, its history and, with a token, GitHub tell of a project. */
export async function gatherKnown(
  root: string,
  reportsFolder: string,
  environment: Environment,
): Promise<Gathered> {
  const log: string[] = [];
  const { server } = endpoint(defaults(), environment);
  const { originRepository } = await import('../../collect/git/origin-repository.ts');
  const given = environment.variables['GITHUB_REPOSITORY'];
  const repository =
    (await originRepository(root, server, environment.variables)) ??
    (given === '' ? null : given) ??
    null;
  const place = { root, repository, server, environment, log };

  const reports = await readReports(reportsFolder);
  const known: Known = {
    repository,
    server,
    reports,
    pulls: await readPulls(place, reports),
    labeler: await readYaml(root, 'labeler', log),
    release: await readYaml(root, 'release', log),
    drafter: await readYaml(root, 'release-drafter', log),
    owners: await readOwners(root, log),
    labels: await readLabels(place),
    changes: await readChanges(place),
  };
  return { known, log };
}

interface Place {
  root: string;
  repository: string | null;
  server: string;
  environment: Environment;
  log: string[];
}

const DAY = 86_400_000;
/** What is cited was merged in the weeks before the report. */
const BEFORE = 62 * DAY;

/** The pull requests merged in the time of the reports; all, when a report doesn't tell its date. */
async function readPulls(
  { root, repository, server, environment, log }: Place,
  reports: readonly EarlierReport[],
): Promise<PullRequest[]> {
  if (reports.length === 0) return [];
  if (repository === null) {
    log.push(`Read ${many(reports.length, 'earlier report')}.`);
    return [];
  }
  const dates = reports.map(({ date }) => Date.parse(date ?? ''));
  const dated = !dates.some(Number.isNaN);
  const { gitSource } = await import('../../collect/git/git-source.ts');
  const { variables, now, signal } = environment;
  const source = gitSource({ directory: root, server, now, environment: variables });
  const period = {
    kind: 'range' as const,
    start: dated ? instantOf(Math.min(...dates) - BEFORE) : '1970-01-01T00:00:00Z',
    end: dated ? instantOf(Math.max(...dates) + 2 * DAY) : now,
    timezone: 'UTC',
    date: now.slice(0, 10),
  };
  const pulls = await orNothing('The history of the reports', log, async () => {
    const { pullRequests, warnings } = await source.collect([repository], period, signal);
    const shallow = warnings.find(({ code }) => code === 'git-shallow');
    if (shallow) log.push(shallow.message);
    return pullRequests;
  });
  log.push(
    `Read ${many(reports.length, 'earlier report')}, and ${many(pulls.length, 'pull request')} merged in their time.`,
  );
  return pulls;
}

async function readLabels(place: Place): Promise<string[]> {
  const { repository, environment, log } = place;
  const github = endpoint(defaults(), environment);
  const { graphqlUrl } = github;
  const token = repository === null ? null : await githubToken(github, environment);
  if (repository === null || token === null) {
    log.push('Did not ask GitHub for labels: there is no token, or no repository to ask for.');
    return [];
  }
  const { repositoryLabels } = await import('../../collect/github/repository-labels.ts');
  const fetch = await fetchThrough(environment.variables);
  const labels = await orNothing('The labels', log, () =>
    repositoryLabels(repository, { graphqlUrl, token, fetch, timeout: 10_000 }, environment.signal),
  );
  if (labels.length > 0) log.push(`Read ${many(labels.length, 'label')} in use on GitHub.`);
  return labels;
}

async function readChanges(place: Place): Promise<string[][]> {
  const { root, repository, server, environment, log } = place;
  const { recentChanges } = await import('../../collect/git/recent-changes.ts');
  const { variables, signal } = environment;
  const changes = await orNothing('The history', log, () =>
    recentChanges({ directory: root, repository, server, environment: variables, signal }),
  );
  if (changes.length > 0)
    log.push(`Read ${many(changes.length, 'change')} of the last year of the history.`);
  return changes;
}

/** What cannot be read is not proposed from; the config is written all the same. */
async function orNothing<T>(what: string, log: string[], read: () => Promise<T[]>): Promise<T[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DevreportError)) throw error;
    log.push(`${what} could not be read: ${error.message}`);
    return [];
  }
}
