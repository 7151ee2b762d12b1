import type { Environment } from '../environment.ts';
import type { ActionInputs } from './inputs/action-inputs.ts';
import type { Workspace } from './workspace.ts';

/** What a run works with. */
export interface ActionRun {
  inputs: ActionInputs;
  /** Of the job: its folder is the workspace. */
  environment: Environment;
  workspace: Workspace;
  /** A folder for files of this run. */
  scratch: string;
}
