import { DevreportError } from '../../errors.ts';
import { openClone } from './clone.ts';

/** The errors that say there is none. One that git won't open is there: reading it says why. */
const ABSENT = ['git-directory-missing', 'git-not-a-repository', 'git-missing'];

/** Whether a directory is, or lies in, a local clone. */
export async function findClone(
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
