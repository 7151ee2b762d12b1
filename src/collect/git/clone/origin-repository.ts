import { DevreportError } from '../../../errors.ts';
import { UnreadableClone } from '../command/unreadable-clone.ts';
import { readConfiguration } from './configuration.ts';
import { openClone } from './open-clone.ts';

/**
 * The repository (`owner/name`) that the remote `origin` of the clone in a directory is on the
 * server; null without a clone, without git, without such a remote, or if its address is elsewhere.
 *
 * @throws {UnreadableClone}
 */
export async function originRepository(
  directory: string,
  server: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const { git } = await openClone(directory, environment, signal);
    const { remotes } = await readConfiguration(git, server);
    return remotes.find(({ name }) => name === 'origin')?.repository ?? null;
  } catch (error) {
    if (!(error instanceof DevreportError) || error instanceof UnreadableClone) throw error;
    return null;
  }
}
