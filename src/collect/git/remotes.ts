import { type Git, gitOutput } from './git.ts';

export interface Remote {
  /** Git's name for it, like `origin`. */
  name: string;
  /** `owner/name` on the server; null when its address is elsewhere. */
  repository: string | null;
}

export interface Configuration {
  bare: boolean;
  /** The remote that has what a partial clone (`--filter`) lacks; null for a whole clone. */
  promisor: string | null;
  remotes: Remote[];
}

/** What the clone's own configuration says of it. `server` is like `https://github.com`. */
export async function readConfiguration(git: Git, server: string): Promise<Configuration> {
  const configuration: Configuration = { bare: false, promisor: null, remotes: [] };
  for (const field of await gitOutput(git, ['config', '-z', '--list'])) {
    const end = field.indexOf('\n');
    const key = end === -1 ? field : field.slice(0, end);
    const value = end === -1 ? 'true' : field.slice(end + 1);
    const yes = /^(?:true|yes|on|1)$/i.test(value);
    if (key === 'core.bare') configuration.bare = yes;
    const { name, item } = /^remote\.(?<name>.+)\.(?<item>[^.]+)$/s.exec(key)?.groups ?? {};
    if (name === undefined) continue;
    if (item === 'promisor' && yes) configuration.promisor = name;
    // Git fetches from the first of several addresses.
    const isFirst = !configuration.remotes.some((remote) => remote.name === name);
    if (item === 'url' && isFirst) {
      configuration.remotes.push({ name, repository: repositoryAt(value, server) });
    }
  }
  return configuration;
}

const ADDRESS =
  /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^@/]*@)?(?<host>[^/:]+)(?::\d+)?\/(?<path>.+)$/i;
const SCP_LIKE = /^(?:[^@/:]+@)?(?<host>[^/:]+):\/?(?<path>[^/].*)$/;

/** `owner/name` of a remote's address on the server, over https, ssh, git or like scp's; or null. */
function repositoryAt(address: string, server: string): string | null {
  const { host, path } = (ADDRESS.exec(address) ?? SCP_LIKE.exec(address))?.groups ?? {};
  if (host === undefined || path === undefined) return null;
  const expected = new URL(server).hostname;
  if (![expected, `ssh.${expected}`, `www.${expected}`].includes(host.toLowerCase())) return null;
  const name = path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : null;
}
