import { DevreportError } from '../../errors.ts';
import { openClone } from './clone.ts';
import { readConfiguration } from './remotes.ts';

/**
 * The repository (`owner/name`) on the server that the `origin` of the clone in a directory is;
 * null when there is no clone, no git, no such remote, or it is elsewhere.
 */
export async function originRepository(
  directory: string,
  server: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  try {
    const { git } = await openClone(directory, environment, new AbortController().signal);
    const { remotes } = await readConfiguration(git, server);
    return remotes.find(({ name }) => name === 'origin')?.repository ?? null;
  } catch (error) {
    if (error instanceof DevreportError) return null;
    throw error;
  }
}
