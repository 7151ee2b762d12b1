import type { Environment } from '../../environment.ts';
import { type ActionOutputs, outputNames } from '../inputs/output-schema.ts';
import { RunnerFile } from './runner-file.ts';
import type { Secrets } from './secrets.ts';

/**
 * Gives the outputs of the step to the runner.
 *
 * @param random a text that nobody can guess, another one for each call
 * @throws {UsageError} `runner-file`
 */
export function writeOutputs(
  outputs: ActionOutputs,
  secrets: Secrets,
  variables: Environment['variables'],
  random: () => string,
): void {
  RunnerFile.of('GITHUB_OUTPUT', variables)?.append(
    outputNames
      .map((name) => assignment(name, secrets.hide(outputText(outputs[name])), random()))
      .join(''),
  );
}

/** A list as JSON; null as nothing. */
function outputText(value: ActionOutputs[keyof ActionOutputs]): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * A value as the runner reads it from the file: between two lines with a delimiter, as in
 * `file-command.ts` of actions/toolkit.
 *
 * @throws {Error} when name or value have the delimiter
 */
export function assignment(name: string, value: string, random: string): string {
  const delimiter = `ghadelimiter_${random}`;
  if (name.includes(delimiter) || value.includes(delimiter))
    throw new Error(`the output ${name} has the delimiter of its own value`);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
