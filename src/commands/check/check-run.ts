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
  /** The paths of the reports that are checked without facts, by the reason. */
  withoutFacts: Map<string, string[]>;
}

/** @param reports those to check */
export async function checkRun(
  reports: readonly Report[],
  config: Config,
  environment: Environment,
): Promise<CheckRun> {
  const here = await repositoryHere({}, config, environment);
  const neighbours = new NeighbourReader(config.file, environment.cwd, reports);
  return { here, neighbours, withoutFacts: new Map() };
}

/** A line for each reason, however many reports it keeps from their facts. */
export function linesWithoutFacts({ withoutFacts }: Pick<CheckRun, 'withoutFacts'>): string[] {
  return [...withoutFacts].map(([why, paths]) => {
    const [first = '', ...others] = paths;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `Checking ${first}${more} without facts: ${why}`;
  });
}
