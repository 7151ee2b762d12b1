import { unusedBranchGlobs } from '../../categorise/unused-branch-globs.ts';
import type { Config } from '../../config/schema/schema.ts';
import type { Snapshot, Warning } from '../../snapshot/schema.ts';
import type { WarningCode } from '../../snapshot/warnings.ts';

/** What in the config does not fit the facts of the period. */
export function configWarnings(snapshot: Snapshot, config: Config): Warning[] {
  const code: WarningCode = 'branches-unused';
  return unusedBranchGlobs(snapshot, config).map((glob) => ({
    code,
    message: `“${glob}” of branches.default in the config matches no branch of the period.`,
  }));
}
