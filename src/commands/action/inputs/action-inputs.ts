import * as v from 'valibot';
import { issueMessage } from '../../../config/issue-message.ts';
import { UsageError } from '../../../errors.ts';
import type { Environment } from '../../environment.ts';
import { inputContradictions } from './input-contradictions.ts';
import { type GivenInputs, type InputName, inputNames, inputSchema } from './input-schema.ts';
import { nearestInput } from './nearest-input.ts';

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

/** The inputs with their defaults, in camel case; undefined for one that has neither value nor default. */
export type ActionInputs = {
  [Name in InputName as CamelCase<Name>]: v.InferOutput<(typeof inputSchema.entries)[Name]>;
};

/**
 * The inputs as the runner gives them to a step: `INPUT_PR-TITLE`.
 *
 * @throws {UsageError} `input-invalid`, with all mistakes
 */
export function readInputs(variables: Environment['variables']): ActionInputs {
  const { given, unknown } = givenInputs(variables);
  const parsed = v.safeParse(inputSchema, given);
  const problems = [
    ...unknown,
    ...(parsed.issues ?? []).map(problemOf),
    ...inputContradictions(given),
  ];
  if (parsed.success && problems.length === 0)
    return Object.fromEntries(
      Object.entries(parsed.output).map(([name, value]) => [camelCase(name), value]),
    ) as ActionInputs;
  throw new UsageError('input-invalid', 'The inputs of the Action are invalid:', {
    details: problems,
    hint: 'Correct them below with: in the workflow; docs/action.md of devreport lists all inputs.',
  });
}

const PREFIX = 'INPUT_';

/** An empty input is one that is not given, as where an expression has no value. */
function givenInputs(variables: Environment['variables']) {
  const names = new Map<string, InputName>(inputNames.map((name) => [name.toUpperCase(), name]));
  const given: GivenInputs = {};
  const unknown: string[] = [];
  for (const [variable, value = ''] of Object.entries(variables)) {
    if (!variable.startsWith(PREFIX)) continue;
    const written = variable.slice(PREFIX.length);
    const name = names.get(written);
    if (name === undefined) unknown.push(unknownInput(written.toLowerCase()));
    else if (value.trim() !== '') given[name] = value.trim();
  }
  return { given, unknown };
}

function unknownInput(name: string): string {
  const near = nearestInput(name);
  return `${name}: unknown input${near === null ? '' : `; did you mean ${near}?`}`;
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  return `${String(issue.path?.[0]?.key)}: ${issueMessage(issue, [])}`;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
