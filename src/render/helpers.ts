import { codeSpan, escapeComment } from '../markdown/escape.ts';
import { ForeignText } from '../markdown/foreign-text.ts';

/** What a template can call, besides Handlebars' own `if`, `unless`, `each`, `with` and `lookup`. */
export const helpers = {
  /** `(eq kind "pull")` */
  eq: (a: unknown, b: unknown) => ForeignText.raw(a) === ForeignText.raw(b),
  /** `(not complete)` */
  not: (value: unknown) => !truthy(value),
  /** `(and a b)`; Handlebars passes its own options as the last argument of any helper. */
  and: (...values: unknown[]) => values.slice(0, -1).every(truthy),
  /** `(or a b)` */
  or: (...values: unknown[]) => values.slice(0, -1).some(truthy),
  /** `{{code login}}`: as a code span. */
  code: (value: unknown) => codeSpan(String(ForeignText.raw(value))),
  /** `<!-- {{comment title}} -->`: inside an HTML comment. */
  comment: (value: unknown) => escapeComment(String(ForeignText.raw(value))),
};

export const builtInHelpers = ['if', 'unless', 'each', 'with', 'lookup'] as const;

/** As `#if` sees it: an empty list is false too. */
function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
