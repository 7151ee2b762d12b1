import { DevreportError } from '../../../errors.ts';
import { UnreadableClone } from '../command/unreadable-clone.ts';
import { type CloneConfiguration, readConfiguration } from './configuration.ts';
import { openClone } from './open-clone.ts';

/**
 * The repository (`owner/name`) that the clone in a directory is of: that of the remote `upstream`,
 * which a fork's clone has for the project, else of `origin`; the base that `gh repo set-default` has
 * set comes before both. Null without a clone, without git, without such a remote, or if its address
 * is not on the server.
 *
 * @throws {UnreadableClone}
 */
export async function cloneRepository(
  directory: string,
  server: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const { git } = await openClone(directory, environment, signal);
    return mainRepository(await readConfiguration(git, server));
  } catch (error) {
    if (!(error instanceof DevreportError) || error instanceof UnreadableClone) throw error;
    return null;
  }
}

function mainRepository({ remotes }: CloneConfiguration): string | null {
  const named = (wanted: string) =>
    remotes.find(({ name, repository }) => name === wanted && repository !== null);
  const found = remotes.find(({ isBase }) => isBase) ?? named('upstream') ?? named('origin');
  return found?.repository ?? null;
}
