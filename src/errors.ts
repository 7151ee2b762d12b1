/**
 * Known errors: those that a person can act on. Anything else is a bug, with an exit code of its own.
 * The classes distinguish the user's mistakes from failures of a source; `exitCodeOf` in
 * `commands/run.ts` turns them into exit codes.
 */
export abstract class DevreportError extends Error {
  /** Stable and machine-readable, like `config-invalid`. */
  readonly code: string;
  /** What to do about it, in one sentence. */
  readonly hint: string | undefined;
  /** What happened, in one line, and below it a line for each part of it. */
  readonly lines: readonly string[];

  /** @param options `details`: each is a line of its own below the message */
  constructor(
    code: string,
    message: string,
    options: { hint?: string; details?: readonly string[]; cause?: unknown } = {},
  ) {
    const lines = [message, ...(options.details ?? []).map((detail) => `  ${detail}`)];
    super(lines.join('\n'), { cause: options.cause });
    this.lines = lines;
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}

/** The command line, the config, a template or a file the user named is wrong. Exit code 2. */
export class UsageError extends DevreportError {}

/** A source could not give the facts; nothing was written. Exit code 3. */
export class SourceError extends DevreportError {}
