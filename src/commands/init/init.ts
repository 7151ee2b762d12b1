import { join } from 'node:path';
import { findConfig } from '../../config/load.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { configText } from '../../propose/config-text.ts';
import type { ProposedConfig, ShownChanges } from '../../propose/proposal.ts';
import { proposePeople } from '../../propose/people/propose-people.ts';
import { propose } from '../../propose/propose.ts';
import { lastMonth, previewLines } from '../../propose/shown/preview-lines.ts';
import { isAnswered } from '../terminal/is-answered.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { gatherPeople } from './gather-people.ts';
import { findCheckout, gatherChanges, gatherProject } from './gather-project.ts';
import { type NewFile, fileExists, newFile, writeNewFile } from './new-file.ts';
import { findReports } from './find-reports.ts';
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
  /** Whether to write what is proposed without asking. */
  yes?: boolean;
}

/** The exit code when a person does not want what is proposed. */
const NOTHING_WRITTEN = 1;

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
  const checkout = await findCheckout(root, environment);
  const history = gatherChanges(checkout);
  const place = await findReports(options.reports, checkout, history);
  const reports = readReports(place, checkout.server, checkout.repository);
  const [{ project, log }, gathered] = await Promise.all([
    gatherProject(checkout, history, reports),
    gatherPeople(checkout),
  ]);
  const people = proposePeople(gathered.activity);
  const proposed = { ...propose(project), settings: people.settings };
  signal.throwIfAborted();
  const shown = proposed.preview ?? lastMonth(project);
  const preview = previewLines(proposed, shown);
  stderr.lines([...log, ...gathered.log, ...summary(proposed), ...people.notes, ...preview]);
  const proposal = await settled(proposed, shown, options, environment);
  if (!proposal) return NOTHING_WRITTEN;
  const text = configText(proposal, project.repository);
  writeNewFile(file, text, [nextStep(project.repository)], environment);
  return 0;
}

/** As a person at the terminal wants it; null for not at all. */
async function settled(
  proposal: ProposedConfig,
  shown: ShownChanges,
  { yes = false, output }: InitOptions,
  environment: Environment,
): Promise<ProposedConfig | null> {
  if (yes || output === '-' || !isAnswered(environment)) return proposal;
  const { askAboutSections } = await import('./ask-about-sections.ts');
  const asked = await askAboutSections(proposal, shown, environment);
  if (!asked) environment.stderr.lines(['Nothing was written.']);
  return asked;
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
