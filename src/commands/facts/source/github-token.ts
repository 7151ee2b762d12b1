import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from '../../../errors.ts';
import { type Endpoint, serverOf } from './endpoint.ts';
import type { Environment } from '../../environment.ts';

/**
 * A token for the endpoint from the environment, else from a login with the `gh` command; null without
 * one. A host that only the config names gets the token of a login there, and no other.
 *
 * @throws {UsageError} `token-invalid`
 */
export async function githubToken(
  { graphqlUrl, tokenVariables }: Pick<Endpoint, 'graphqlUrl' | 'tokenVariables'>,
  environment: Environment,
): Promise<string | null> {
  const { variables, signal } = environment;
  const given = tokenVariables
    .map((name) => (variables[name] ?? '').trim())
    .find((token) => token !== '');
  if (given !== undefined) return sendable(given);
  const { host } = new URL(serverOf(new URL(graphqlUrl)));
  const arguments_ = ['auth', 'token', '--hostname', host];
  const token = await promisify(execFile)('gh', arguments_, {
    // `gh` would take the token of a variable for that of any host.
    env: Object.fromEntries(
      Object.entries(variables).filter(([name]) => !/^(?:GH|GITHUB)_(?:\w+_)?TOKEN$/.test(name)),
    ),
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
  if (isSendable(token)) return token;
  throw new UsageError(
    'token-invalid',
    'The GitHub token contains spaces or other invalid characters.',
    {
      hint: 'Set GH_TOKEN to the token alone: one line, without quotes.',
    },
  );
}

/** Whether a token has only characters that a header may have. */
export function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}
