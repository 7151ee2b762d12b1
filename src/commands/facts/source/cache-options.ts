import type { Environment } from '../../environment.ts';
import type { ProgressLine } from '../../terminal/progress.ts';
import type { FactOptions } from '../options.ts';
import { cacheFolder } from './cache-folder.ts';

/** Where a source keeps what it has read, and how it says that it can't; no folder with `--no-cache`. */
export function cacheOptions(
  { cache }: FactOptions,
  { variables }: Environment,
  progress: ProgressLine,
) {
  const folder = cache === false ? null : cacheFolder(variables, process.platform);
  return {
    cacheFolder: folder ?? undefined,
    onCacheTrouble: (message: string): void => {
      progress.print(`warning: ${message}`);
    },
  };
}
