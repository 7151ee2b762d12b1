import { join } from 'node:path';
import { repositoryRoot } from '../../files/repository-root.ts';
import type { Environment } from '../environment.ts';

/** The folder of reports unless an option names another: at the root of the checkout, or in the working directory. */
export function reportsFolder({ cwd }: Pick<Environment, 'cwd'>): string {
  return join(repositoryRoot(cwd) ?? cwd, 'reports');
}
