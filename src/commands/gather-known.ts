import { join } from 'node:path';
import { defaults } from '../config/load.ts';
import { listOptional, readOptional } from '../config/read-optional.ts';
import { DevreportError } from '../errors.ts';
import type { EarlierReport, Known, Settings, SettingsFile } from '../propose/known.ts';
import { readSettings } from '../propose/read-settings.ts';
import type { PullRequest } from '../snapshot/schema.ts';
import { endpoint } from './endpoint.ts';
import type { Environment } from './environment.ts';
import { githubToken } from './github-token.ts';
import { fetchThrough } from './proxy.ts';

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
  const { originRepository } = await import('../collect/git/origin-repository.ts');
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
    labeler: await readYaml(place, 'labeler'),
    release: await readYaml(place, 'release'),
    drafter: await readYaml(place, 'release-drafter'),
    owners: await readOwners(place),
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

async function readReports(folder: string): Promise<EarlierReport[]> {
  const files = (await listOptional(folder)).filter((file) => /(?<!^readme)\.md$/i.test(file));
  return Promise.all(
    files.map(async (file) => ({
      date: /^\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? null,
      text: (await readOptional(join(folder, file))) ?? '',
    })),
  );
}

const DAY = 86_400_000;
/** What is cited was merged in the weeks before the report. */
const BEFORE = 62 * DAY;

/** The pull requests merged in the time of the reports; all, when a report doesn't tell its date. */
async function readPulls(
  { root, repository, server, environment, log }: Place,
  reports: readonly EarlierReport[],
): Promise<PullRequest[]> {
  if (reports.length === 0 || repository === null) return [];
  const dates = reports.map(({ date }) => Date.parse(date ?? ''));
  const dated = !dates.some(Number.isNaN);
  const { gitSource } = await import('../collect/git/git-source.ts');
  const { variables, now, signal } = environment;
  const source = gitSource({ directory: root, server, now, environment: variables });
  const period = {
    kind: 'range' as const,
    start: dated ? instantOf(Math.min(...dates) - BEFORE) : '1970-01-01T00:00:00Z',
    end: dated ? instantOf(Math.max(...dates) + 2 * DAY) : now,
    timezone: 'UTC',
    date: now.slice(0, 10),
  };
  const pulls = await orNothing(
    'The history of the reports',
    log,
    async () => (await source.collect([repository], period, signal)).pullRequests,
  );
  log.push(
    `Read ${many(reports.length, 'earlier report')}, and ${many(pulls.length, 'pull request')} merged in their time.`,
  );
  return pulls;
}

async function readYaml({ root, log }: Place, name: string): Promise<Settings | null> {
  const paths = ['yml', 'yaml'].map((extension) => `.github/${name}.${extension}`);
  const file = await firstOf(root, paths);
  if (!file) return null;
  const settings = readSettings(file);
  log.push(settings ? `Read ${file.path}.` : `Left out ${file.path}: it is no YAML, or empty.`);
  return settings;
}

/** Where GitHub looks for it, in its order. */
const OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

async function readOwners({ root, log }: Place): Promise<SettingsFile | null> {
  const file = await firstOf(root, OWNERS);
  if (file) log.push(`Read ${file.path}.`);
  return file;
}

async function firstOf(root: string, paths: readonly string[]): Promise<SettingsFile | null> {
  for (const path of paths) {
    const text = await readOptional(join(root, path));
    if (text !== null) return { path, text };
  }
  return null;
}

async function readLabels(place: Place): Promise<string[]> {
  const { repository, environment, log } = place;
  const { server, graphqlUrl } = endpoint(defaults(), environment);
  const token = repository === null ? null : await githubToken(server, environment);
  if (repository === null || token === null) {
    log.push('Did not ask GitHub for labels: there is no token, or no repository to ask for.');
    return [];
  }
  const { repositoryLabels } = await import('../collect/github/repository-labels.ts');
  const fetch = await fetchThrough(environment.variables);
  const labels = await orNothing('The labels', log, () =>
    repositoryLabels(repository, { graphqlUrl, token, fetch, timeout: 10_000 }, environment.signal),
  );
  if (labels.length > 0) log.push(`Read ${many(labels.length, 'label')} in use on GitHub.`);
  return labels;
}

async function readChanges(place: Place): Promise<string[][]> {
  const { root, repository, server, environment, log } = place;
  const { recentChanges } = await import('../collect/git/recent-changes.ts');
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

function instantOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
