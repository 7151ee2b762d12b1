import type { Readable } from 'node:stream';

/** The keys of a person at a terminal, or a pipe. */
export type Input = Readable & { readonly isTTY?: boolean };

/** A stream that can be written to: the terminal, a pipe, a test's array of lines. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person is watching. */
  readonly isTTY?: boolean | undefined;
  /** The width of a terminal, in characters. */
  readonly columns?: number | undefined;
}

/** An output on which no foreign text can control a terminal or add a line of its own. */
export interface SafeOutput extends Output {
  /** Writes text of several lines, without invisible characters. */
  write(text: string): void;
  /** Writes each text as one line, whatever line endings are in it. */
  lines(lines: readonly string[]): void;
  /** Writes text as it is: with escape codes of devreport's own, or as a patch for a program. */
  exactly(text: string): void;
}

/** Everything outside that a command may know. */
export interface Environment {
  /** The working directory. */
  cwd: string;
  variables: Readonly<Record<string, string | undefined>>;
  /** The instant the command was started, to the second. */
  now: string;
  /** Absent where nobody can answer, as in the Action. */
  stdin?: () => Input;
  stdout: SafeOutput;
  stderr: SafeOutput;
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal;
}

/** The same, before its outputs are safe. Only `cli.ts` fills it from the real world. */
export interface Surroundings
  extends Omit<Environment, 'cwd' | 'stdout' | 'stderr'>, Record<'stdout' | 'stderr', Output> {
  /** Null when it was removed. */
  cwd: string | null;
}

/**
 * 0 done, 1 findings or an incomplete report, 2 wrong usage or config, 3 the source failed, 70 an
 * unexpected error.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 70;
