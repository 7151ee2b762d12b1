import { devNull } from 'node:os';

/**
 * For every git command: no program is started, nothing is written, no output is altered. Files above
 * 16 MiB count as binary: to compare their lines takes forty times their size in memory.
 */
export const ISOLATING_OPTIONS = [
  ...['--no-pager', '--no-replace-objects', '--no-optional-locks', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`],
  ...['-c', `core.attributesFile=${devNull}`, '-c', 'core.bigFileThreshold=16m'],
  ...['-c', 'credential.helper='],
];

/** Every `git log` begins with these: no signature is checked, no name mapped, nothing added. */
export const LOG = [
  ...['log', '-z', '--no-show-signature', '--no-mailmap', '--no-notes', '--no-decorate'],
  ...['--no-color', '--encoding=UTF-8'],
];

/**
 * The variables of a process without any `GIT_*`, and with the configuration of the user and the
 * system turned off. `GIT_NO_LAZY_FETCH` is new in git 2.39.4; in older versions the fetch of a
 * partial clone fails because no protocol is allowed.
 */
export function isolatedEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(?:GIT_|LC_|LANG)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    // Otherwise git log writes to a pipe commit by commit.
    GIT_FLUSH: '0',
  };
}
