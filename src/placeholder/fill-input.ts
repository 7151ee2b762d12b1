import { UsageError } from '../errors.ts';
import {
  fillPlaceholders,
  placeholderNames,
  placeholderProblem,
  type PlaceholderKinds,
  type PlaceholderValues,
} from './placeholders.ts';

/**
 * The value of an input or option, with its placeholders filled in.
 *
 * @param input its name, as messages have it
 * @throws {UsageError} `placeholder-unknown`
 */
export function fillInput(input: string, text: string, values: PlaceholderValues): string {
  const kinds: PlaceholderKinds = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? 'number' : 'text',
    ]),
  );
  const problem = placeholderProblem(text, kinds);
  if (problem === null) return fillPlaceholders(text, values);
  const [first = '', ...others] = problem;
  throw new UsageError(
    'placeholder-unknown',
    `${first.toUpperCase()}${others.join('')} in ${input}.`,
    { hint: `The placeholders there are ${placeholderNames(kinds).join(', ')}.` },
  );
}
