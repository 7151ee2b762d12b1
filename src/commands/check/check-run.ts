import type { Config } from '../../config/schema/schema.ts';
import type { Environment } from '../environment.ts';
import { repositoryHere } from '../facts/source/repositories.ts';
import { WordsBeside } from './words-beside.ts';

/** What the reports checked in one run share. */
export interface CheckRun {
  /** The repository of the workflow, or of the clone, that the command runs in. */
  here: string | null;
  wordsBeside: WordsBeside;
}

export async function checkRun(config: Config, environment: Environment): Promise<CheckRun> {
  const here = await repositoryHere({}, config, environment);
  return { here, wordsBeside: new WordsBeside(environment.cwd) };
}
