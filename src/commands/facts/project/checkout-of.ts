import { resolve } from 'node:path';
import { DevreportError } from '../../../errors.ts';
import { repositoryRoot } from '../../../files/repository-root.ts';
import type { Snapshot } from '../../../snapshot/schema.ts';
import type { Environment } from '../../environment.ts';
import type { FactOptions } from '../options.ts';

/** A local clone of the only repository of some facts. */
export interface RepositoryCheckout {
  /** Where the clone is. */
  directory: string;
  /** The root of its files; null for a bare clone. */
  root: string | null;
  /** `owner/name` */
  repository: string;
  server: string;
}

/** The clone that the options name, or that the command runs in, if the facts are about it alone. */
export async function checkoutOf(
  { repositories, server, collected }: Snapshot,
  { gitDir = '.' }: Pick<FactOptions, 'gitDir'>,
  { cwd, variables, signal }: Environment,
): Promise<RepositoryCheckout | null> {
  const [repository, ...others] = repositories;
  if (repository === undefined || others.length > 0) return null;
  const directory = resolve(cwd, gitDir);
  const checkout = { directory, root: repositoryRoot(directory), repository, server };
  // Whatever its remotes are: the facts come from it.
  if (collected.source === 'git') return checkout;
  const { cloneRepository } = await import('../../../collect/git/clone/clone-repository.ts');
  try {
    const found = await cloneRepository(directory, server, variables, signal);
    return found?.toLowerCase() === repository.toLowerCase() ? checkout : null;
  } catch (error) {
    // The facts are there: a clone that can't be read only adds nothing to them.
    if (!(error instanceof DevreportError)) throw error;
    return null;
  }
}
