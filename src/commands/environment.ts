/** A stream that can be written to: the terminal, a pipe, a test's array of lines. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person is watching. */
  readonly isTTY?: boolean | undefined;
  /** The width of a terminal, in characters. */
  readonly columns?: number | undefined;
}

/** Everything outside that a command may know. Only `cli.ts` fills it from the real world. */
export interface Environment {
  /** The working directory. */
  cwd: string;
  variables: Readonly<Record<string, string | undefined>>;
  /** The instant the command was started, to the second. */
  now: string;
  stdout: Output;
  stderr: Output;
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal;
}

/** 0 done, 1 findings or an incomplete report, 2 wrong usage or config, 3 the source failed. */
export type ExitCode = 0 | 1 | 2 | 3;
