import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { majorTag } from '../../src/commands/init/action-reference.ts';

const name = 'github-actions[bot]';
const email = '41898282+github-actions[bot]@users.noreply.github.com';
const signature = {
  ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email },
  ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
};

/**
 * Commits dist/ on top of the checkout's commit, and gives that commit the tags of the version. Branches,
 * index and work tree stay as they are.
 *
 * @returns the hash of the commit
 * @throws {Error} when it would be more than the source and dist/ as it was built
 */
export function tagRelease(folder: string, version: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'release-'));
  const env = { ...process.env, ...signature, GIT_INDEX_FILE: join(scratch, 'index') };
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env, stdio: 'pipe' }).trim();
  try {
    git('read-tree', 'HEAD');
    git('add', '--force', 'dist');
    const message = `Release ${version}, with dist/`;
    const commit = git('commit-tree', git('write-tree'), '-p', 'HEAD', '-m', message);
    const changes = git('diff', '--name-status', '--no-renames', 'HEAD', commit).split('\n');
    for (const change of changes) {
      const [status, path = ''] = change.split('\t');
      const built = git('hash-object', '--no-filters', path);
      if (
        status !== 'A' ||
        !path.startsWith('dist/') ||
        built !== git('rev-parse', `${commit}:${path}`)
      )
        throw new Error(
          `The tag would have more than the source and dist/ as it was built: ${change}`,
        );
    }
    if (!changes.includes('A\tdist/action.js')) throw new Error('dist/action.js is missing.');
    git('tag', `v${version}`, commit);
    git('tag', '--force', majorTag(version), commit);
    return commit;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
