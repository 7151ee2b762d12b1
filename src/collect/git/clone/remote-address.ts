import { repositoryNamePattern } from '../../../item/repository-name.ts';

const URL_LIKE =
  /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^@/]*@)?(?<host>[^/:]+)(?::\d+)?\/(?<path>.+)$/i;
const SCP_LIKE = /^(?:[^@/:]+@)?(?<host>[^/:]+):\/?(?<path>[^/].*)$/;

/**
 * The repository (`owner/name`) that a remote's address is on the server; null for an address
 * elsewhere. Reads https, ssh and git addresses, and those in the form of scp.
 */
export function repositoryAt(address: string, server: string): string | null {
  const { host, path } = (URL_LIKE.exec(address) ?? SCP_LIKE.exec(address))?.groups ?? {};
  if (host === undefined || path === undefined) return null;
  const expected = new URL(server).hostname;
  if (![expected, `ssh.${expected}`, `www.${expected}`].includes(host.toLowerCase())) return null;
  const name = path
    .replace(/^\/+/, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\.git$/, '');
  return repositoryNamePattern.test(name) ? name : null;
}
