import { UsageError } from '../../../errors.ts';
import type { CloneConfiguration } from './configuration.ts';

/**
 * Refuses a clone whose remotes are all those of other repositories. One without a remote on the
 * server may be of any. Returns the repository of a remote with the same name under another owner, a
 * fork as a rule, if that is all that the clone has; else null.
 *
 * @param directory the clone's git directory
 * @throws {UsageError} `git-other-repository`
 */
export function requireRepository(
  repository: string,
  { remotes }: CloneConfiguration,
  directory: string,
): string | null {
  const known = remotes.flatMap((remote) => remote.repository ?? []);
  const [first] = known;
  const isUnknown = first === undefined || known.length < remotes.length;
  const isOne = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();
  if (isUnknown || known.some((name) => isOne(name, repository))) return null;
  const nameOf = (name: string) => name.split('/')[1];
  const alike = known.find((name) => isOne(nameOf(name) ?? '', nameOf(repository)));
  if (alike !== undefined) return alike;
  throw new UsageError(
    'git-other-repository',
    `The clone in ${directory} is of ${[...new Set(known)].join(', ')}, not of ${repository}.`,
    {
      hint: `Name a clone of ${repository} with --git-dir, or report on this one with --repo ${first}. If ${repository} is its new name: git remote set-url ${remotes[0]?.name ?? 'origin'} followed by the new address.`,
    },
  );
}
