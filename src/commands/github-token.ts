import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Environment } from './environment.ts';

/** A token from the environment, else from the `gh` command; null when there is none. */
export async function githubToken(
  server: string,
  environment: Environment,
): Promise<string | null> {
  const { variables, signal } = environment;
  const given = variables['GH_TOKEN'] ?? variables['GITHUB_TOKEN'];
  if (given !== undefined && given.trim() !== '') return given.trim();
  const arguments_ = ['auth', 'token', '--hostname', new URL(server).hostname];
  const token = await promisify(execFile)('gh', arguments_, {
    env: { ...variables },
    timeout: 10_000,
    signal,
  }).then(
    ({ stdout }) => stdout.trim(),
    // Not installed, or nobody is logged in there: no token, and nothing is wrong.
    () => '',
  );
  return token === '' ? null : token;
}
