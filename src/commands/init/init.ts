import { join, relative, resolve } from 'node:path';
import { findConfig } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf, workingRoot } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { configText } from '../../propose/config-text.ts';
import type { ProposedConfig } from '../../propose/proposal.ts';
import { propose } from '../../propose/propose.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { gatherProject } from './gather-project.ts';

export interface InitOptions {
  /** Where the config goes: a path, or `-` for stdout. */
  output?: string;
  /** The same, under the name that other commands use for the config. */
  config?: string;
  /** The folder of earlier reports. */
  reports?: string;
}

/**
 * Writes a first config, with sections proposed from the repository. Never overwrites a config.
 *
 * @throws {UsageError} `config-exists`, and those of `readOptional` and `writeAtomically`
 */
export async function init(options: InitOptions, environment: Environment): Promise<ExitCode> {
  const { cwd, stdout, stderr, signal } = environment;
  const root = workingRoot(cwd);
  const named = options.output ?? options.config;
  const path =
    named === '-' ? null : named === undefined ? join(root, DEFAULT_PATH) : resolve(cwd, named);
  if (path !== null) refuseToOverwrite(path, named === undefined, cwd);

  const reports =
    options.reports === undefined ? join(root, 'reports') : resolve(cwd, options.reports);
  const { project, log } = await gatherProject(root, reports, environment);
  const proposal = propose(project);
  const text = configText(proposal, project.repository);
  signal.throwIfAborted();
  stderr.lines([...log, ...summary(proposal)]);
  if (path === null) stdout.write(text);
  else {
    // Another may have appeared meanwhile.
    if (!writeAtomically(path, text, null, boundaryOf(path, cwd)))
      throw configExists(shown(path, cwd));
    stderr.lines([`Wrote ${shown(path, cwd)}. ${nextStep(project.repository)}`]);
  }
  return 0;
}

const DEFAULT_PATH = 'devreport.yml';

/** By default also refuses beside a config in another of the usual places: only one would count. */
function refuseToOverwrite(path: string, isDefault: boolean, cwd: string): void {
  const found = isDefault ? findConfig(cwd) : null;
  if (found) throw configExists(shown(found.path, cwd));
  if (readOptional(path, boundaryOf(path, cwd)) !== null) throw configExists(shown(path, cwd));
}

function configExists(path: string): UsageError {
  return new UsageError('config-exists', `Config ${path} already exists.`, {
    hint: 'Look at a proposal with devreport init -o -, or write it elsewhere with -o FILE.',
  });
}

function summary({ source, sections, notes }: ProposedConfig): string[] {
  const titles = sections.map(({ title }) => title).join(', ');
  return [`Proposed sections ${source}: ${titles}.`, ...notes];
}

function nextStep(repository: string | null): string {
  return repository === null
    ? 'Next: add your repositories under repositories:, then run devreport for a first draft.'
    : 'Next: review it, then run devreport for a first draft.';
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path) || path;
}
