import { DevreportError } from '../../../errors.ts';
import { UnreadableClone } from '../command/unreadable-clone.ts';
import { openClone } from './open-clone.ts';

/** No clone. Any other error is left for the collection to report. */
const ABSENT = ['git-directory-missing', 'git-not-a-repository', 'git-missing'];

/**
 * Whether a directory is in a local clone, even one that cannot be opened.
 *
 * @throws {UnreadableClone}
 */
export async function isClone(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await openClone(directory, environment, signal);
    return true;
  } catch (error) {
    if (!(error instanceof DevreportError) || error instanceof UnreadableClone) throw error;
    return !ABSENT.includes(error.code);
  }
}
