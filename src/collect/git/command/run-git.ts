import { spawn } from 'node:child_process';
import { SourceError } from '../../../errors.ts';
import { errorCode } from '../../../files/error-code.ts';
import { irregularFile } from '../clone/irregular-file.ts';
import { GitFailure } from './git-failure.ts';
import { ISOLATING_OPTIONS } from './isolation.ts';
import { UnreadableClone } from './unreadable-clone.ts';

/** Where git runs, with which variables, and what aborts it. */
export interface GitContext {
  directory: string;
  environment: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
  /** Milliseconds without a sign of life after which git is ended; a minute unless given. */
  patience?: number | undefined;
}

const PATIENCE = 60_000;

/** Characters of a message, a path or a value of the configuration. */
const LONGEST_FIELD = 16 * 1024 * 1024;

/** What git reads from stdin. */
export type GitInput = AsyncIterable<string> | Iterable<string>;

/** Enough of stderr to find the reason of a failure in. */
const MOST_STDERR = 4096;

/**
 * Runs git, without a shell, and yields its output while it arrives: batches of NUL-terminated
 * fields. Git reads the input while that arrives.
 *
 * @throws {SourceError} `git-missing`, `git-silent`, `git-too-long`, or a `GitFailure`; the signal's reason when it is
 *   aborted; what the input throws.
 */
export async function* gitFields(
  { directory, environment, signal, patience = PATIENCE }: GitContext,
  args: readonly string[],
  input: GitInput = [],
): AsyncGenerator<string[]> {
  signal.throwIfAborted();
  const child = spawn('git', [...ISOLATING_OPTIONS, ...args], {
    cwd: directory,
    env: environment,
    signal,
    windowsHide: true,
  });
  let failure: Error | undefined;
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
    child.stdin.destroy();
  };
  child.on('error', fail);
  child.stdin.on('error', fail);
  const silence = setTimeout(() => {
    fail(gitSilent(args[0] ?? '', directory, patience));
    child.kill('SIGKILL');
  }, patience);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const feed = async (): Promise<void> => {
    for await (const text of input) {
      if (child.stdin.destroyed) return;
      child.stdin.write(text);
      silence.refresh();
    }
    child.stdin.end();
  };
  const fed = feed().catch(fail);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < MOST_STDERR) stderr += text;
  });

  try {
    const unfinished: string[] = [];
    let length = 0;
    for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      const [first = '', ...others] = chunk.split('\0');
      unfinished.push(first);
      length += first.length;
      if (length > LONGEST_FIELD) throw gitTooLong(args[0] ?? '', directory);
      const last = others.pop();
      if (last !== undefined) {
        const fields = [unfinished.join(''), ...others];
        unfinished.splice(0, Infinity, last);
        length = last.length;
        yield fields;
      }
      // Only now: git may have waited for whoever reads its output.
      silence.refresh();
    }
    if (length > 0) yield [unfinished.join('')];
    const [status] = await Promise.all([closed, fed]);
    signal.throwIfAborted();
    if (errorCode(failure) === 'ENOENT') {
      throw new SourceError('git-missing', 'git was not found on the PATH.', {
        hint: 'Install git 2.32 or newer (https://git-scm.com), or use --source github.',
        cause: failure,
      });
    }
    if (failure instanceof SourceError) throw failure;
    if (status !== 0) throw new GitFailure(args[0] ?? '', directory, stderr, failure);
    // The input failed, and git took its end for the end of the list.
    if (failure !== undefined) throw failure;
  } finally {
    clearTimeout(silence);
    child.kill();
  }
}

function gitTooLong(command: string, directory: string): UnreadableClone {
  const most = `${String(LONGEST_FIELD / 1024 / 1024)} MiB`;
  return new UnreadableClone(
    'git-too-long',
    `git ${command} found a message, a path or a setting of more than ${most} in ${directory}.`,
    { hint: 'The clone is damaged or hostile. Make a new one, or use --source github.' },
  );
}

function gitSilent(command: string, directory: string, patience: number): UnreadableClone {
  const file = irregularFile(directory, true);
  const seconds = `${String(patience / 1000)} seconds`;
  return new UnreadableClone(
    'git-silent',
    `git ${command} gave no answer for ${seconds} in ${directory}${file === null ? '' : `: ${file} is a pipe or a device, not a file`}.`,
    {
      hint:
        file === null
          ? 'Look for what git waits for: a disk, or a file that a configuration includes.'
          : 'Remove it, or make a new clone.',
    },
  );
}

/** The whole output of git, as NUL-terminated fields. Throws as `gitFields` does. */
export async function gitOutput(
  git: GitContext,
  args: readonly string[],
  input?: GitInput,
): Promise<string[]> {
  const fields: string[] = [];
  for await (const batch of gitFields(git, args, input)) {
    for (const field of batch) fields.push(field);
  }
  return fields;
}
