import { join, resolve } from 'node:path';
import { findConfig } from '../../config/load.ts';
import { boundaryOf, workingRoot } from '../../files/boundary-of.ts';
import { configText } from '../../propose/config-text.ts';
import type { ProposedConfig } from '../../propose/proposal.ts';
import { propose } from '../../propose/propose.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { findCheckout, gatherProject } from './gather-project.ts';
import { type NewFile, fileExists, newFile, writeNewFile } from './new-file.ts';
import { readReports } from './read-reports.ts';

export interface InitOptions {
  /** Where the config goes: a path, or `-` for stdout. */
  output?: string;
  /** The same, under the name that other commands use for the config. */
  config?: string;
  /** The folder of earlier reports. */
  reports?: string;
  /** A published report that the config is made after. */
  like?: string;
}

/**
 * Writes a first config, with sections proposed from the repository. Never overwrites a config.
 *
 * @throws {UsageError} `config-exists`, and those of `newFile`, `writeNewFile` and `initLike`
 */
export async function init(options: InitOptions, environment: Environment): Promise<ExitCode> {
  const { cwd, stderr, signal } = environment;
  const root = workingRoot(cwd);
  const file = configFile(options, root, cwd);
  if (options.like !== undefined) {
    const { initLike } = await import('./init-like.ts');
    return initLike(options.like, file, environment);
  }
  const folder =
    options.reports === undefined ? join(root, 'reports') : resolve(cwd, options.reports);
  const checkout = await findCheckout(root, environment);
  const within = boundaryOf(join(folder, 'report.md'), cwd);
  const { reports, total } = readReports(folder, within, checkout.server, checkout.repository);
  const { project, log } = await gatherProject(checkout, reports, total);
  const proposal = propose(project);
  const text = configText(proposal, project.repository);
  signal.throwIfAborted();
  stderr.lines([...log, ...summary(proposal)]);
  writeNewFile(file, text, [nextStep(project.repository)], environment);
  return 0;
}

function configFile(
  { output, config }: Pick<InitOptions, 'output' | 'config'>,
  root: string,
  cwd: string,
): NewFile {
  const named = output ?? config;
  if (named === undefined) refuseBesideConfig(cwd);
  return newFile('config', named, join(root, DEFAULT_PATH), cwd);
}

const DEFAULT_PATH = 'devreport.yml';

/** Of several configs in the usual places, only one would count. */
function refuseBesideConfig(cwd: string): void {
  const found = findConfig(cwd);
  if (found) throw fileExists('config', found.path, cwd);
}

function summary({ source, sections, notes }: ProposedConfig): string[] {
  const titles = sections.map(({ title }) => title).join(', ');
  return [`Proposed sections ${source}: ${titles}.`, ...notes];
}

function nextStep(repository: string | null): string {
  return repository === null
    ? 'add your repositories under repositories:, then run devreport for a first draft.'
    : 'review it, then run devreport for a first draft.';
}
