import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Checkout } from '../../check/context/checkout.ts';
import { UsageError } from '../../errors.ts';
import { followPath } from '../../files/follow-path.ts';
import { readOptional } from '../../files/read-optional.ts';
import { repositoryRoot } from '../../files/repository-root.ts';

/**
 * The repository around a report, or, where there is none, the working directory. What it has only by
 * a link that leads outside is missing: a report must not be able to ask what else is on a machine.
 */
export function openCheckout(report: string, cwd: string): Checkout {
  const root = repositoryRoot(dirname(report)) ?? cwd;
  const orMissing = <T>(read: () => T, missing: T): T => {
    try {
      return read();
    } catch (error) {
      if (error instanceof UsageError) return missing;
      throw error;
    }
  };
  return {
    report: relative(root, report).split(sep).join('/'),
    exists: (path) => orMissing(() => existsSync(followPath(join(root, path), root)), false),
    read: (path) => orMissing(() => readOptional(join(root, path), root), null),
  };
}
