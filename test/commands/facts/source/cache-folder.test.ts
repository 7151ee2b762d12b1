import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../../../src/commands/facts/source/cache-folder.ts';

const HOME = '/home/ada';

test.each([
  ['linux', { HOME }, join(HOME, '.cache', 'devreport')],
  ['linux', { HOME, XDG_CACHE_HOME: '/var/cache/ada' }, join('/var/cache/ada', 'devreport')],
  ['linux', { HOME, XDG_CACHE_HOME: 'caches' }, join(HOME, '.cache', 'devreport')],
  ['linux', { HOME, XDG_CACHE_HOME: '' }, join(HOME, '.cache', 'devreport')],
  ['darwin', { HOME, XDG_CACHE_HOME: '/var/cache/ada' }, join(HOME, 'Library/Caches/devreport')],
  ['linux', {}, null],
] as const)('on %s with %j: %s', (platform, variables, folder) => {
  expect(cacheFolder(variables, platform)).toBe(folder);
});
