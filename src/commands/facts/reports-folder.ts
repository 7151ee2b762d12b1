import { join } from 'node:path';
import { workingRoot } from '../../files/boundary-of.ts';
import type { Environment } from '../environment.ts';

/** The folder of reports unless an option names another: at the root of the checkout, or in the working directory. */
export function reportsFolder({ cwd }: Pick<Environment, 'cwd'>): string {
  return join(workingRoot(cwd), 'reports');
}
