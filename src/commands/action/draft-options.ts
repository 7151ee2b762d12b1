import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from '../environment.ts';
import type { Period } from '../../period/period.ts';
import { parseFilePattern } from '../../placeholder/file-pattern.ts';
import { fillInput } from '../../placeholder/fill-input.ts';
import { periodValues } from '../../placeholder/report-placeholders.ts';
import type { DraftOptions } from '../draft/options.ts';
import type { ActionInputs } from './inputs/action-inputs.ts';

/** The options of the command line that the inputs stand for. */
export function draftOptions(
  inputs: ActionInputs,
  { cwd, variables }: Pick<Environment, 'cwd' | 'variables'>,
): DraftOptions {
  const { week, month, since, until, timezone, config, template } = inputs;
  // A saved snapshot is in the workspace, wherever the rest is read.
  const file = resolve(cwd, inputs.source);
  return {
    ...given({
      week,
      month,
      since,
      until,
      timezone,
      config,
      template,
      file: seriesPattern(inputs),
    }),
    repo: inputs.repositories,
    org: inputs.organizations,
    source: existsSync(file) ? file : inputs.source,
    format: 'markdown',
    seen: inputs.seen,
    strict: inputs.strict,
    wait: inputs.wait,
    diff: inputs.dryRun,
    // A runner is new for each job.
    cache: false,
    verbose: variables['RUNNER_DEBUG'] === '1',
  };
}

/** The pattern that the input `output` is, instead of the config's. */
export function seriesPattern({ output }: Pick<ActionInputs, 'output'>): string | undefined {
  return output !== undefined && parseFilePattern(output).pattern ? output : undefined;
}

/**
 * The path in the repository that the input `output` names for one report, without a pattern of a series;
 * null when it names none.
 *
 * @throws {UsageError} `placeholder-unknown`
 */
export function namedPath(inputs: Pick<ActionInputs, 'output'>, period: Period): string | null {
  const { output } = inputs;
  return output === undefined || seriesPattern(inputs) !== undefined
    ? null
    : fillInput('output', output, periodValues(period));
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without what is undefined. */
function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Given<T>;
}
