import { DevreportError, SourceError } from '../errors.ts';
import type { ExitCode } from './environment.ts';

/** The only mapping from errors to exit codes. 70 is that of BSD's sysexits.h for internal errors. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof DevreportError)) return 70;
  return error instanceof SourceError ? 3 : 2;
}
