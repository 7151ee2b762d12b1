import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** The user's cache folder for devreport, where the platform wants it; null when there is no home. */
export function cacheFolder(
  variables: Environment['variables'],
  platform: NodeJS.Platform,
): string | null {
  const home = variables['HOME'] ?? variables['USERPROFILE'];
  const caches = {
    darwin: home === undefined ? undefined : join(home, 'Library', 'Caches'),
    win32: variables['LOCALAPPDATA'],
  }[platform as string];
  const xdg =
    variables['XDG_CACHE_HOME'] ?? (home === undefined ? undefined : join(home, '.cache'));
  const folder = caches ?? xdg;
  return folder === undefined || folder === '' ? null : join(folder, 'devreport');
}
