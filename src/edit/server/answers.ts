import type { Context } from 'hono';
import * as v from 'valibot';
import { DevreportError, UsageError } from '../../errors.ts';
import type { Problem } from '../protocol.ts';

/**
 * The body of a request.
 *
 * @throws {UsageError} `request-invalid`
 */
export async function bodyOf<Schema extends v.GenericSchema>(
  { req }: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await req.text();
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new UsageError(
    'request-invalid',
    `The page sent what this devreport does not understand: ${issue.message}`,
    { hint: 'Reload the page.' },
  );
}

/** A known error in its own words; anything else is a bug, which the terminal shows. */
export function answerTo(
  error: unknown,
  context: Context,
  report: (error: unknown) => void,
): Response {
  if (error instanceof DevreportError) {
    const { lines, hint } = error;
    const problem: Problem = { message: lines.join('\n'), ...(hint !== undefined && { hint }) };
    return context.json(problem, 422);
  }
  report(error);
  return context.json({ message: 'Unexpected error: the terminal shows more.' }, 500);
}
