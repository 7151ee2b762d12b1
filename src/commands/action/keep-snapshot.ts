import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { errorCode } from '../../files/error-code.ts';
import { serialiseSnapshot } from '../../snapshot/parse.ts';
import type { WrittenDraft } from '../draft/write-draft.ts';
import type { ActionRun } from './action-run.ts';

type SnapshotRun = Pick<ActionRun, 'inputs' | 'environment'>;

/**
 * Finds out before anything is written that the facts can't be kept.
 *
 * @throws {UsageError} `snapshot-unwritable`
 */
export function requireSnapshotPath(run: SnapshotRun): void {
  access(run, (file) => {
    mkdirSync(dirname(file), { recursive: true });
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
      throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  });
}

/**
 * Keeps the facts of a draft in the workspace.
 *
 * @returns the path in the workspace; null when they were not asked for
 * @throws {UsageError} `snapshot-unwritable`
 */
export function keepSnapshot({ collected }: WrittenDraft, run: SnapshotRun): string | null {
  access(run, (file) => {
    writeFileSync(file, serialiseSnapshot(collected));
  });
  return run.inputs.snapshot ?? null;
}

function access({ inputs, environment }: SnapshotRun, act: (file: string) => void): void {
  const { snapshot } = inputs;
  if (snapshot === undefined) return;
  try {
    act(join(environment.cwd, snapshot));
  } catch (cause) {
    throw new UsageError('snapshot-unwritable', `Cannot write ${snapshot} (${errorCode(cause)}).`, {
      hint: 'Name a file in the workspace with the input snapshot.',
      cause,
    });
  }
}
