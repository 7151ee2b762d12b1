import { type GitContext, gitOutput } from '../command/run-git.ts';
import { repositoryAt } from './remote-address.ts';

export interface Remote {
  /** Git's name for it, like `origin`. */
  name: string;
  /** `owner/name` on the server; null when its address is elsewhere. */
  repository: string | null;
  /** Whether the `gh` command was told that pull requests go there. */
  isBase: boolean;
}

export interface CloneConfiguration {
  bare: boolean;
  /** The remote that has what a partial clone (`--filter`) lacks; null for a full clone. */
  promisor: string | null;
  remotes: Remote[];
}

/** The clone's own configuration. `server` is like `https://github.com`. */
export async function readConfiguration(
  git: GitContext,
  server: string,
): Promise<CloneConfiguration> {
  const configuration: CloneConfiguration = { bare: false, promisor: null, remotes: [] };
  const named = new Set<string>();
  const bases = new Set<string>();
  for (const field of await gitOutput(git, ['config', '-z', '--list'])) {
    const end = field.indexOf('\n');
    const key = end === -1 ? field : field.slice(0, end);
    const value = end === -1 ? 'true' : field.slice(end + 1);
    const isTrue = /^(?:true|yes|on|1)$/i.test(value);
    if (key === 'core.bare') configuration.bare = isTrue;
    const { name, item } = /^remote\.(?<name>.+)\.(?<item>[^.]+)$/s.exec(key)?.groups ?? {};
    if (name === undefined) continue;
    if (item === 'promisor' && isTrue) configuration.promisor = name;
    if (item === 'gh-resolved' && value === 'base') bases.add(name);
    // Git fetches from the first of several addresses.
    if (item === 'url' && !named.has(name)) {
      named.add(name);
      const repository = repositoryAt(value, server);
      configuration.remotes.push({ name, repository, isBase: false });
    }
  }
  for (const remote of configuration.remotes) remote.isBase = bases.has(remote.name);
  return configuration;
}
