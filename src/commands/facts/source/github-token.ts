import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from '../../../errors.ts';
import type { Endpoint } from './endpoint.ts';
import type { Environment } from '../../environment.ts';

/**
 * A token from the environment, else from the `gh` command; null without one. As with `gh`,
 * a host that only the config names gets a token meant for such hosts, or the one of a login there.
 *
 * @throws {UsageError} `token-invalid`
 */
export async function githubToken(
  { server, trusted }: Pick<Endpoint, 'server' | 'trusted'>,
  environment: Environment,
): Promise<string | null> {
  const { variables, signal } = environment;
  const names = trusted
    ? ['GH_TOKEN', 'GITHUB_TOKEN']
    : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'];
  const given = names.map((name) => (variables[name] ?? '').trim()).find((token) => token !== '');
  if (given !== undefined) return sendable(given);
  const arguments_ = ['auth', 'token', '--hostname', new URL(server).hostname];
  const token = await promisify(execFile)('gh', arguments_, {
    env: { ...variables },
    timeout: 10_000,
    signal,
  }).then(
    ({ stdout }) => stdout.trim(),
    // `gh` is not installed, or not logged in: no token, but no error.
    () => '',
  );
  return token === '' ? null : sendable(token);
}

/** Any other text is invalid in a header, and that error would show it. */
function sendable(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new UsageError(
    'token-invalid',
    'The GitHub token contains spaces or other invalid characters.',
    {
      hint: 'Set GH_TOKEN to the token alone: one line, without quotes.',
    },
  );
}
