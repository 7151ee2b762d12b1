import { join } from 'node:path';
import type { Config } from '../../config/schema/schema.ts';
import type { Period } from '../../period/period.ts';
import { type FilePattern, filePattern } from '../../placeholder/file-pattern.ts';
import { placeholderProblem } from '../../placeholder/placeholders.ts';
import { periodKinds } from '../../placeholder/report-placeholders.ts';
import { branchFor } from '../../publish/pull-request/branch-name.ts';
import { seriesValues } from '../facts/series/place-report.ts';
import { namesPeriod, presentReport } from '../facts/series/present-report.ts';
import { SeriesFile } from '../facts/series/series-file.ts';
import type { ActionRun } from './action-run.ts';
import { namedPath } from './draft-options.ts';
import { readTexts } from './github/base-files.ts';
import { listPaths } from './github/list-paths.ts';

/**
 * The path in the workspace of a report that the inputs name, or that is on its branch under a name that
 * only the branch knows: an editor may have renamed it, and meanwhile others of the series may have taken
 * its number. Null where the pattern of the series gives the path.
 *
 * @throws {UsageError} `placeholder-unknown`, `branch-invalid`, `report-twice`
 * @throws {SourceError} those of the API
 */
export async function namedReport(
  run: ActionRun,
  period: Period,
  config: Config,
): Promise<string | null> {
  const path = namedPath(run.inputs, period) ?? (await pathOnBranch(run, period, config));
  return path === null ? null : join(run.workspace.folder, path);
}

async function pathOnBranch(
  { inputs, workspace: { api, base } }: ActionRun,
  period: Period,
  config: Config,
): Promise<string | null> {
  const pattern = filePattern(config.file);
  if (inputs.mode !== 'pull-request' || !isFree(pattern)) return null;
  // A branch that is named after the number can't be found without it.
  if (placeholderProblem(inputs.branch, periodKinds) !== null) return null;
  const values = seriesValues(period, config, config.number);
  const branch = branchFor(inputs.branch, values);
  const { repository } = base;
  const paths = await listPaths(api, repository, `refs/heads/${branch}`, pattern);
  const own = paths.filter((found) => namesPeriod(found.values, values));
  if (own.length === 0) return null;
  const at = `refs/heads/${branch}`;
  const files = await readTexts(
    api,
    { repository, branch },
    at,
    own.map(({ path }) => path),
  );
  const candidates = own.map(
    (found) => new SeriesFile(found.path, found.values, () => files.get(found.path) ?? ''),
  );
  const shown = (path: string) => `${path} on ${branch}`;
  return presentReport(candidates, pattern, period, values, { adopt: false, shown })?.path ?? null;
}

/** Whether a report can have several names. */
function isFree({ names }: FilePattern): boolean {
  return names.has('number') || names.has('slug');
}
