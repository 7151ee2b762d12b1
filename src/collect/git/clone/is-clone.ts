import { DevreportError } from '../../../errors.ts';
import { openClone } from './open-clone.ts';

/** No clone. Any other error is left for the collection to report. */
const ABSENT = ['git-directory-missing', 'git-not-a-repository', 'git-missing'];

/** Whether a directory is in a local clone, even one that cannot be opened. */
export async function isClone(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  try {
    await openClone(directory, environment, new AbortController().signal);
    return true;
  } catch (error) {
    if (!(error instanceof DevreportError)) throw error;
    return !ABSENT.includes(error.code);
  }
}
