import { UsageError } from '../errors.ts';

/** @param problems each with file and line */
export function templateInvalid(
  file: string,
  problems: readonly string[],
  cause?: unknown,
): UsageError {
  return new UsageError('template-invalid', `The template ${file} is not valid:`, {
    details: problems,
    hint: 'All names and helpers are listed in docs/templates.md of devreport.',
    cause,
  });
}
