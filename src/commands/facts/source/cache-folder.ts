import { isAbsolute, join } from 'node:path';
import type { Environment } from '../../environment.ts';

/** The user's cache folder for devreport, where the platform expects it; null without a home folder. */
export function cacheFolder(
  variables: Environment['variables'],
  platform: NodeJS.Platform,
): string | null {
  const home = variables['HOME'] ?? variables['USERPROFILE'];
  const caches = {
    darwin: home === undefined ? undefined : join(home, 'Library', 'Caches'),
    win32: variables['LOCALAPPDATA'],
  }[platform as string];
  // The XDG specification wants relative ones ignored.
  const xdg = [variables['XDG_CACHE_HOME'] ?? ''].find(isAbsolute);
  const folder = caches ?? xdg ?? (home === undefined ? undefined : join(home, '.cache'));
  return folder === undefined || folder === '' ? null : join(folder, 'devreport');
}
