import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { loadConfig } from '../../config/load.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { packageRoot } from '../../files/package-root.ts';
import { resolveTimezone } from '../../period/timezone.ts';
import { workflowText } from '../../propose/workflow-text.ts';
import type { Environment, ExitCode } from '../environment.ts';
import {
  actionReference,
  devreportPackageSchema,
  type DevreportPackage,
  unknownOwner,
} from './action-reference.ts';
import { fileExists, newFile, writeNewFile } from './new-file.ts';

/**
 * Writes the workflow that runs devreport each week, in the timezone of the config. Never overwrites one.
 *
 * @param output where it goes: a path, `-` for stdout, or the usual path
 * @throws {UsageError} `workflow-exists`, and those of `loadConfig`, `newFile` and `writeNewFile`
 */
export async function initAction(
  output: string | undefined,
  environment: Environment,
): Promise<ExitCode> {
  const { cwd } = environment;
  const root = workingRoot(cwd);
  if (output === undefined) refuseBesideWorkflow(root, cwd);
  const file = newFile('workflow', output, join(root, `${DEFAULT_PATH}.yml`), cwd);
  const { config } = await loadConfig(root);
  const action = actionReference(readManifest());
  writeNewFile(
    file,
    workflowText({
      action,
      timezone: resolveTimezone(config.timezone),
      weekStart: config.weekStart,
    }),
    nextSteps(action),
    environment,
  );
  return 0;
}

/** Without its extension: GitHub reads `.yml` and `.yaml`, and would run both. */
const DEFAULT_PATH = '.github/workflows/devreport';

function refuseBesideWorkflow(root: string, cwd: string): void {
  const other = join(root, `${DEFAULT_PATH}.yaml`);
  if (existsSync(other)) throw fileExists('workflow', other, cwd);
}

/** Read when it is needed: bundled, all of it would be in what every command loads. */
function readManifest(): DevreportPackage {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return v.parse(devreportPackageSchema, JSON.parse(text));
}

function nextSteps(action: string): string[] {
  const [owner = ''] = action.split('/');
  const steps = [
    ...(owner === unknownOwner
      ? [`Replace ${unknownOwner} in it by the account whose devreport you use.`]
      : []),
    'Commit it to the default branch.',
    'Turn on “Allow GitHub Actions to create and approve pull requests” under Settings › Actions › General.',
    'Run it once by hand: Actions › Weekly report › Run workflow.',
  ];
  return ['', ...steps.map((step, index) => `${index + 1}. ${step}`)];
}
