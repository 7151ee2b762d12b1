import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '../../period/instant.ts';
import type { Clone } from './clone.ts';
import type { Branch } from './default-branch.ts';

/**
 * When the clone last heard of its remote's branch: an instant at or after the last fetch, clone or
 * push, from the files that these write. Null when none is there to tell.
 */
export async function lastContact(
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
  // A file that is not there tells nothing.
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
