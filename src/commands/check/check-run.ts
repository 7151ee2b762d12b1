import type { Config } from '../../config/schema/schema.ts';
import type { Report } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import { repositoryHere } from '../facts/source/repositories.ts';
import { NeighbourReader } from './neighbour-reader.ts';

/** What the reports checked in one run share. */
export interface CheckRun {
  /** The repository of the workflow, or of the clone, that the command runs in. */
  here: string | null;
  neighbours: NeighbourReader;
}

/** @param reports those to check */
export async function checkRun(
  reports: readonly Report[],
  config: Config,
  environment: Environment,
): Promise<CheckRun> {
  const here = await repositoryHere({}, config, environment);
  return { here, neighbours: new NeighbourReader(config.file, environment.cwd, reports) };
}
