import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '../../../period/instant.ts';
import type { Branch } from './branches.ts';
import type { Clone } from './open-clone.ts';

/**
 * An instant at or after the last fetch, clone or push of a remote's branch, by the files that these
 * write. Null when these are missing.
 */
export async function lastFetch(
  { git: { directory }, worktreeGitDirectory }: Clone,
  { name, remote }: Branch,
): Promise<string | null> {
  const written = [
    join(worktreeGitDirectory, 'FETCH_HEAD'),
    join(directory, 'FETCH_HEAD'),
    join(directory, 'packed-refs'),
  ];
  if (remote !== null) {
    written.push(join(directory, 'logs', 'refs', 'remotes', remote, 'HEAD'));
    if (name !== null) written.push(join(directory, 'refs', 'remotes', remote, name));
  }
  // An unreadable file proves no fetch.
  const times = await Promise.all(
    written.map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => -Infinity,
      ),
    ),
  );
  const latest = Math.max(...times);
  return latest === -Infinity ? null : instantOf(latest);
}
