import { defaults } from '../../config/load.ts';
import { instantOf } from '../../period/instant.ts';
import { factsOfHistory } from '../../propose/facts-of-project.ts';
import type { ClientOptions } from '../../collect/github/request/send/client.ts';
import type { WalkedChange } from '../../collect/git/history/walk-changes.ts';
import type { LabelsInUse } from '../../collect/github/repository-labels.ts';
import type { MergedPull, Project } from '../../propose/project.ts';
import { citesOwnWork } from '../../propose/reports/cited-pulls.ts';
import type { EarlierReport } from '../../propose/reports/earlier-report.ts';
import type { Environment } from '../environment.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import { many } from '../../markdown/many.ts';
import { orNothing } from '../facts/project/or-nothing.ts';
import { readToolFiles, readWrittenPaths } from '../facts/project/tool-files.ts';
import { githubClient } from './github-client.ts';
import { readChanges } from '../facts/project/year-of-changes.ts';

/** What a config can be proposed from, and a log line about each part. */
export interface GatheredProject {
  project: Project;
  log: string[];
}

/** The earlier reports that were read, and of how many. */
export interface FoundReports extends Pick<Project, 'reports' | 'textsIn'> {
  total: number;
}

/** The changes of the last year, and a log line about them. */
export interface GatheredChanges {
  changes: WalkedChange[];
  log: string[];
}

/** A checkout that a config is proposed for. */
export interface ProposedCheckout {
  root: string;
  /** `owner/name`; null when unknown. */
  repository: string | null;
  server: string;
  environment: Environment;
  /** How GitHub is asked, found out once; null without a token. */
  github: () => Promise<ClientOptions | null>;
}

/** Which repository the checkout at a root is of. */
export async function findCheckout(
  root: string,
  environment: Environment,
): Promise<ProposedCheckout> {
  const { server } = endpoint(defaults(), environment);
  const repository = await findRepository(root, server, environment);
  let client: Promise<ClientOptions | null> | undefined;
  const github = () => (client ??= githubClient(environment));
  return { root, repository, server, environment, github };
}

/** Reads the history of a checkout: begins at once, so that other reading goes on meanwhile. */
export async function gatherChanges({
  root,
  repository,
  server,
  environment,
}: ProposedCheckout): Promise<GatheredChanges> {
  const log: string[] = [];
  const clone = { directory: root, repository, server };
  return { changes: await readChanges(clone, environment, log), log };
}

/** Reads a checkout, its history around the reports and, with a token, the labels on GitHub. */
export async function gatherProject(
  checkout: ProposedCheckout,
  history: Promise<GatheredChanges>,
  { reports, total, textsIn }: FoundReports,
): Promise<GatheredProject> {
  const { root, repository, server } = checkout;
  const log: string[] = [];
  // Read at the same time, told in this order.
  const ofLabels: string[] = [];
  const [pulls, inUse, { changes, log: ofChanges }] = await Promise.all([
    readPulls({ ...checkout, log }, reports, total),
    readLabels({ ...checkout, log: ofLabels }),
    history,
  ]);
  const tools = readToolFiles(root, log);
  const labelled = changes.map((change) => ({
    ...change,
    labels: inUse.pulls.get(change.number ?? 0) ?? [],
  }));
  const facts = factsOfHistory(labelled, readWrittenPaths(root));
  const project: Project = {
    ...{ repository, server, reports, pulls, ...tools, labels: inUse.labels },
    ...(textsIn !== undefined && { textsIn }),
    ...facts,
  };
  return { project, log: [...log, ...ofLabels, ...ofChanges] };
}

interface Checkout extends ProposedCheckout {
  log: string[];
}

async function findRepository(
  root: string,
  server: string,
  { variables, signal }: Environment,
): Promise<string | null> {
  const { cloneRepository } = await import('../../collect/git/clone/clone-repository.ts');
  const origin = await cloneRepository(root, server, variables, signal);
  const named = variables['GITHUB_REPOSITORY'];
  return origin ?? (named === '' ? null : named) ?? null;
}

const DAY = 86_400_000;
/** A report cites what was merged in the weeks before it. */
const BEFORE = 62 * DAY;

/** The pull requests merged around the dates of the reports; all of them when a report has no date. */
async function readPulls(
  { root, repository, server, environment, log }: Checkout,
  reports: readonly EarlierReport[],
  total: number,
): Promise<MergedPull[]> {
  if (reports.length === 0) return [];
  const read =
    reports.length < total
      ? `Read the newest ${reports.length} of ${many(total, 'earlier report')}`
      : `Read ${many(total, 'earlier report')}`;
  if (repository === null || !citesOwnWork(reports, repository)) {
    log.push(`${read}.`);
    return [];
  }
  const dates = reports.map(({ date }) => Date.parse(date ?? ''));
  const dated = !dates.some(Number.isNaN);
  const from = dated ? Math.min(...dates) - BEFORE : 0;
  const to = dated ? Math.max(...dates) + 2 * DAY : Infinity;
  const { mergedBetween } = await import('../../collect/git/merged-between.ts');
  const { variables, signal } = environment;
  const clone = { directory: root, repository, server, environment: variables, signal };
  const pulls = await orNothing('pull requests from the history', log, async () => {
    const merged = await mergedBetween(clone, from / 1000, to / 1000);
    if (merged.endsAt !== null) log.push(shallowNote(merged.endsAt));
    return merged.pulls.map((pull) => mergedPull(pull, repository));
  });
  log.push(`${read}, and ${many(pulls.length, 'pull request')} merged around their dates.`);
  return pulls;
}

function mergedPull(
  { title, number, paths, time }: WalkedChange & { number: number },
  repository: string,
): MergedPull {
  const files = paths.map((path) => ({ path, additions: 0, deletions: 0 }));
  return { repository, number, title, labels: [], files, mergedAt: instantOf(time * 1000) };
}

function shallowNote(endsAt: number): string {
  const day = instantOf(endsAt * 1000).slice(0, 10);
  return `The clone is shallow: its history begins on ${day}, and earlier merges are missing. To complete it: git fetch --unshallow`;
}

const NO_LABELS: LabelsInUse = { labels: [], pulls: new Map() };

/** None without a token, or without a repository to ask about. */
async function readLabels({
  repository,
  environment,
  github,
  log,
}: Checkout): Promise<LabelsInUse> {
  const client = repository === null ? null : await github();
  if (repository === null || client === null) {
    log.push(
      repository === null
        ? 'Skipped the labels on GitHub: the repository is unknown.'
        : 'Skipped the labels on GitHub: no token.',
    );
    return NO_LABELS;
  }
  const { repositoryLabels } = await import('../../collect/github/repository-labels.ts');
  const [inUse = NO_LABELS] = await orNothing('labels on GitHub', log, async () => [
    await repositoryLabels(repository, client, environment.signal),
  ]);
  const { length } = inUse.labels;
  if (length > 0) log.push(`Read ${many(length, 'label')} in use on GitHub.`);
  return inUse;
}
