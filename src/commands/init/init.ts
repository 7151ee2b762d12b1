import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { findConfig } from '../../config/load.ts';
import { readOptional } from '../../files/read-optional.ts';
import { UsageError } from '../../errors.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { configText } from '../../propose/config-text.ts';
import type { Proposal } from '../../propose/proposal.ts';
import { propose } from '../../propose/propose.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { gatherKnown } from './gather-known.ts';
import { repositoryRoot } from '../../files/repository-root.ts';

export interface InitOptions {
  /** Where the config goes: a path, or `-` for stdout. */
  output?: string;
  /** The same, as other commands name the config. */
  config?: string;
  /** The folder of earlier reports. */
  reports?: string;
}

/**
 * Writes a first config, with sections proposed from what the repository tells of itself. Never over
 * another one.
 *
 * @throws {UsageError} `config-exists`, `file-unwritable`
 */
export async function init(options: InitOptions, environment: Environment): Promise<ExitCode> {
  const { cwd, stdout, stderr, signal } = environment;
  const root = repositoryRoot(cwd) ?? cwd;
  const named = options.output ?? options.config;
  const path = named === '-' ? null : named === undefined ? join(root, PLACE) : resolve(cwd, named);
  if (path !== null) await refuseToOverwrite(path, named === undefined, cwd);

  const reports =
    options.reports === undefined ? join(root, 'reports') : resolve(cwd, options.reports);
  const { known, log } = await gatherKnown(root, reports, environment);
  const proposal = propose(known);
  const text = configText(proposal, known.repository);
  signal.throwIfAborted();
  stderr.write(log.map((line) => `${plainText(line)}\n`).join(''));
  stderr.write(summary(proposal));
  if (path === null) stdout.write(text);
  else {
    await writeNew(path, text, cwd);
    stderr.write(`Wrote ${shown(path, cwd)}. ${nextStep(known.repository)}\n`);
  }
  return 0;
}

const PLACE = 'devreport.yml';

/** Also when there is one in another of the usual places: two would not both count. */
async function refuseToOverwrite(path: string, usualPlaces: boolean, cwd: string): Promise<void> {
  const found = usualPlaces ? await findConfig(cwd) : null;
  if (found) throw configExists(shown(found.path, cwd));
  if ((await readOptional(path)) !== null) throw configExists(shown(path, cwd));
}

/** A file that has come into being meanwhile is not written over either. */
async function writeNew(path: string, text: string, cwd: string): Promise<void> {
  const unwritable = (cause: unknown): UsageError => {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return new UsageError('file-unwritable', `${path} cannot be written (${code}).`, {
      hint: 'Check the folder, or write elsewhere with -o.',
      cause,
    });
  };
  await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => {
    throw unwritable(cause);
  });
  await writeFile(path, text, { flag: 'wx' }).catch((cause: unknown) => {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw exists ? configExists(shown(path, cwd)) : unwritable(cause);
  });
}

function configExists(path: string): UsageError {
  return new UsageError('config-exists', `There is a config already: ${path}. It stays as it is.`, {
    hint: 'Look at a proposal with devreport init -o -, or write it elsewhere with -o FILE.',
  });
}

function summary({ source, sections, notes }: Proposal): string {
  const titles = sections.map(({ title }) => title).join(', ');
  return [`Sections, ${source}: ${titles}.`, ...notes]
    .map((line) => `${plainText(line)}\n`)
    .join('');
}

function nextStep(repository: string | null): string {
  return repository === null
    ? 'Next: name your repositories in it, under repositories: (there is no remote that tells), then run devreport for a first draft.'
    : 'Next: look it over, then run devreport for a first draft.';
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path) || path;
}
