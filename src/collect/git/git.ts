import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { SourceError } from '../../errors.ts';

/** How git is run: where, with which variables (a copy of the process's), and until when. */
export interface Git {
  directory: string;
  environment: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
}

/** Git ended with an error; `reason` is its own account, in one line. */
export class GitFailure extends SourceError {
  readonly reason: string;

  constructor(command: string, directory: string, said: string, cause: Error | undefined) {
    const reason = reasonIn(said);
    super('git-failed', `git ${command} failed in ${directory}: ${reason}.`, {
      hint: `Look for damage with: git -C ${JSON.stringify(directory)} fsck`,
      cause,
    });
    this.reason = reason;
  }
}

/** Nothing here may start a program, write, or change what is printed. */
const PINNED = [
  ...['--no-pager', '--no-replace-objects', '--no-optional-locks', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`],
  ...['-c', `core.attributesFile=${devNull}`, '-c', 'core.bigFileThreshold=512m'],
  ...['-c', 'credential.helper='],
];

/** The same for every `git log`: no signature is checked, no name mapped, nothing added. */
export const LOG = [
  ...['log', '-z', '--no-show-signature', '--no-mailmap', '--no-notes', '--no-decorate'],
  ...['--no-color', '--encoding=UTF-8'],
];

/**
 * The process's variables less every `GIT_*`, and the user's and the system's configuration off.
 * `GIT_NO_LAZY_FETCH` is new in git 2.39.4; before it, a partial clone's fetch ends at the
 * protocols, of which none is allowed.
 */
export function hermetic(
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

/**
 * Runs git, without a shell, and gives what it prints as it comes: batches of NUL-terminated fields.
 * Git reads the input as that comes.
 *
 * @throws {SourceError} `git-missing`, or a `GitFailure`; the signal's reason when it is aborted;
 *   what the input throws.
 */
export async function* gitFields(
  { directory, environment, signal }: Git,
  args: readonly string[],
  input: AsyncIterable<string> | Iterable<string> = [],
): AsyncGenerator<string[]> {
  signal.throwIfAborted();
  const child = spawn('git', [...PINNED, ...args], {
    cwd: directory,
    env: environment,
    signal,
    windowsHide: true,
  });
  let broken: Error | undefined;
  const breaks = (error: unknown): void => {
    broken ??= error instanceof Error ? error : new Error(String(error));
    child.stdin.destroy();
  };
  child.on('error', breaks);
  child.stdin.on('error', breaks);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const feed = async (): Promise<void> => {
    for await (const text of input) {
      if (child.stdin.destroyed) return;
      child.stdin.write(text);
    }
    child.stdin.end();
  };
  const fed = feed().catch(breaks);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 4096) said += text;
  });

  try {
    let rest = '';
    for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      const fields = (rest + chunk).split('\0');
      rest = fields.pop() ?? '';
      if (fields.length > 0) yield fields;
    }
    if (rest !== '') yield [rest];
    const [status] = await Promise.all([closed, fed]);
    signal.throwIfAborted();
    if (broken !== undefined && 'code' in broken && broken.code === 'ENOENT') {
      throw new SourceError('git-missing', 'git was not found on the PATH.', {
        hint: 'Install git 2.32 or newer (https://git-scm.com), or use --source github.',
        cause: broken,
      });
    }
    if (status !== 0) throw new GitFailure(args[0] ?? '', directory, said, broken);
    // Git came to its end only because its input broke off.
    if (broken !== undefined) throw broken;
  } finally {
    child.kill();
  }
}

/** All that git prints, as NUL-terminated fields. Throws as `gitFields` does. */
export async function gitOutput(
  git: Git,
  args: readonly string[],
  input?: AsyncIterable<string> | Iterable<string>,
): Promise<string[]> {
  const fields: string[] = [];
  for await (const batch of gitFields(git, args, input)) {
    for (const field of batch) fields.push(field);
  }
  return fields;
}

/** Git's own reason, in one line, without what a terminal would obey or an address would give away. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/\p{Cc}+/gu, ' ').trim());
  const line = lines.find((text) => /^(?:fatal|error):/.test(text)) ?? lines[0] ?? '';
  const reason = line.replace(/^(?:fatal|error): /, '').replace(/\/\/[^\s/@]*@/g, '//');
  return reason.replace(/\.+$/, '') || 'it gave no reason';
}
