import type { WalkedChange } from '../../../collect/git/history/walk-changes.ts';
import type { Environment } from '../../environment.ts';
import { many } from '../../../markdown/many.ts';
import { orNothing } from './or-nothing.ts';

/** A clone, and what its origin is. */
export interface ProjectClone {
  /** Any directory of it. */
  directory: string;
  /** `owner/name`; null when unknown. */
  repository: string | null;
  server: string;
}

/** The changes of the last year in a clone; none where there is no clone. Adds a line to `log`. */
export async function readChanges(
  clone: ProjectClone,
  { variables, signal }: Environment,
  log: string[],
): Promise<WalkedChange[]> {
  const { recentChanges } = await import('../../../collect/git/recent-changes.ts');
  const changes = await orNothing('changes of the last year', log, () =>
    recentChanges({ ...clone, environment: variables, signal }),
  );
  if (changes.length > 0)
    log.push(`Read ${many(changes.length, 'change')} of the last year from the history.`);
  return changes;
}
