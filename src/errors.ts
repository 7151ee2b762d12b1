/**
 * Known errors: those that a person can act on. Anything else is a bug and crashes loudly.
 * The classes distinguish the user's mistakes from failures of a source; `exitCodeOf` in
 * `commands/run.ts` turns them into exit codes.
 */
export abstract class DevreportError extends Error {
  /** Stable and machine-readable, like `config-invalid`. */
  readonly code: string;
  /** What to do about it, in one sentence. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}

/** The command line, the config, a template or a file the user named is wrong. Exit code 2. */
export class UsageError extends DevreportError {}

/** A source could not give the facts; nothing was written. Exit code 3. */
export class SourceError extends DevreportError {}
