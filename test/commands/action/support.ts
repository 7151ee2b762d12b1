import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runAction } from '../../../src/commands/action/run-action.ts';
import { dataSet } from '../../github/data/data-set.ts';
import type { BranchInput, FilesInput } from '../../github/data/git/input.ts';
import type { PullRequestInput, RepositoryInput } from '../../github/data/input.ts';
import { type GitHub, startGitHub } from '../../github/server.ts';
import type { GitHubOptions } from '../../github/options.ts';
import { patientClock } from '../../collect/github/support.ts';
import { commandsIn, type RunnerCommand } from '../../support/runner.ts';
import { temporaryFolder } from '../../support/folder.ts';

export const REPOSITORY = 'acme/app';
export const BRANCH = 'devreport/2017-05-08';
export const PATH = 'reports/2017-05-08.md';

export const config = 'repositories: [acme/app]\nsections: [{ title: Core, paths: ["**"] }]\n';

export interface StepResult {
  exitCode: number;
  log: string;
  outputs: Record<string, string>;
  summary: string;
  annotations: RunnerCommand[];
  /** Requests of this step. */
  requests: number;
}

/** A pull request merged in the week. */
export function merged(number: number, input: PullRequestInput = {}): PullRequestInput {
  return {
    ...{ number, title: `Change number ${String(number)}`, author: 'ada' },
    ...{ createdAt: '2017-05-02T10:00:00Z', mergedAt: '2017-05-03T10:00:00Z', mergedBy: 'grace' },
    files: [{ path: 'src/a.ts' }],
    ...input,
  };
}

export interface ProjectOptions extends Partial<Omit<GitHubOptions, 'data'>> {
  files?: FilesInput;
  pullRequests?: PullRequestInput[];
  branches?: Record<string, BranchInput>;
  users?: string[];
  /** Other repositories of the same GitHub. */
  others?: RepositoryInput[];
  repository?: Partial<RepositoryInput>;
}

/** A repository on a GitHub of its own, and a runner with steps that use the Action. */
export class Project {
  readonly github: GitHub;
  readonly #folder: string;
  #steps = 0;

  private constructor(github: GitHub, folder: string) {
    this.github = github;
    this.#folder = folder;
  }

  static async start({
    files = { 'devreport.yml': config },
    pullRequests = [merged(1), merged(2)],
    branches = {},
    users = [],
    others = [],
    repository = {},
    ...options
  }: ProjectOptions = {}): Promise<Project> {
    const repositories = [
      {
        name: REPOSITORY,
        ...repository,
        branches: { main: { files }, ...branches },
        pullRequests,
      },
      ...others,
    ];
    const github = await startGitHub({
      ...{ now: '2017-05-08T06:00:00Z', as: { kind: 'action' } },
      ...options,
      data: dataSet({ repositories, users }),
    });
    return new Project(github, await temporaryFolder());
  }

  /** The environment of a step, as the runner makes it; its files are new. */
  variables(inputs: Record<string, string> = {}): Record<string, string> {
    this.#steps += 1;
    const folder = join(this.#folder, String(this.#steps));
    const workspace = join(this.#folder, 'workspace');
    for (const each of [folder, workspace]) mkdirSync(each, { recursive: true });
    return {
      ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: REPOSITORY, GITHUB_WORKSPACE: workspace },
      ...{ GITHUB_GRAPHQL_URL: this.github.graphqlUrl, GITHUB_SERVER_URL: 'https://github.com' },
      ...{ RUNNER_TEMP: folder, HOME: folder, PATH: process.env['PATH'] ?? '' },
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      INPUT_TOKEN: this.github.token,
      INPUT_WEEK: '2017-05-08',
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    };
  }

  /** Runs the Action as a step. */
  async step(inputs: Record<string, string> = {}): Promise<StepResult> {
    const variables = this.variables(inputs);
    const before = this.github.log.requests.length;
    let log = '';
    const write = (text: string): void => {
      log += text;
    };
    const exitCode = await runAction({
      ...{ cwd: this.#folder, variables, now: this.github.now, random: () => 'unguessable' },
      ...{ stdout: { write }, stderr: { write }, signal: new AbortController().signal },
      clock: patientClock(),
    });
    const commands = commandsIn(log);
    return {
      exitCode,
      log,
      outputs: outputsIn(read(variables['GITHUB_OUTPUT'])),
      summary: read(variables['GITHUB_STEP_SUMMARY']),
      annotations: commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name)),
      requests: this.github.log.requests.length - before,
    };
  }

  /** A file in the workspace, as an earlier step leaves it. */
  write(path: string, text: string): void {
    const file = join(this.workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  get workspace(): string {
    return join(this.#folder, 'workspace');
  }

  /** The report on its branch; null for none. */
  report(branch = BRANCH, path = PATH): string | null {
    return this.github.editor.read(REPOSITORY, branch, path);
  }
}

function read(path = ''): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** As the runner reads the file. */
function outputsIn(text: string): Record<string, string> {
  const pattern = /^([\w-]+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm;
  return Object.fromEntries(
    [...text.matchAll(pattern)].map(([, name = '', , value = '']) => [name, value]),
  );
}
