import { codeSpan, escapeComment } from '../markdown/escape.ts';
import { ForeignText } from './foreign/foreign-text.ts';
import { groupBy } from './group-by.ts';
import { heading } from './heading.ts';
import { link, reference, references } from './links.ts';
import { join } from './join.ts';
import { formattedDate, plural, sentence } from './localized.ts';
import { ownText } from './written-text.ts';

/** What a template can call, besides Handlebars' own `if`, `unless`, `each` and `with`. */
export const helpers = {
  /** `(eq kind "pull")` */
  eq: (a: unknown, b: unknown) => ForeignText.raw(a) === ForeignText.raw(b),
  /** `(not complete)` */
  not: (value: unknown) => !truthy(value),
  /** `(and a b)`; Handlebars passes its own options as the last argument of any helper. */
  and: (...values: unknown[]) => values.slice(0, -1).every(truthy),
  /** `(or a b)`: the first that is not empty. */
  or: (...values: unknown[]) => values.slice(0, -1).find(truthy),
  /** `{{code login}}`: as a code span. */
  code: (value: unknown) => codeSpan(ownText(value)),
  /** `<!-- {{comment label}} -->`: inside an HTML comment. Foreign text is safe there anyway. */
  comment: (value: unknown) =>
    value instanceof ForeignText ? value : escapeComment(ownText(value)),
  /** `(lookup stats "contributors")`, instead of Handlebars' own, which logs what it refuses. */
  lookup: (value: unknown, name: unknown) => {
    const key = String(ForeignText.raw(name));
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  },
  /** `(limit entries 5)`: the first of a list. */
  limit: (list: unknown, most: unknown): unknown[] =>
    Array.isArray(list) ? list.slice(0, Math.max(0, Number(ForeignText.raw(most)))) : [],
  groupBy,
  heading,
  formatDate: formattedDate,
  plural,
  join,
  link,
  reference,
  references,
  sentence,
};

/** How a helper is called. */
export interface HelperCall {
  /** `{{#if a}}…{{/if}}`; the others are called where a value is. */
  isBlock: boolean;
  least: number;
  most: number;
}

const block: HelperCall = { isBlock: true, least: 1, most: 1 };
const call = (least: number, most = least): HelperCall => ({ isBlock: false, least, most });

/** All helpers. Handlebars throws errors without a line for other calls of its own, or crashes. */
export const helperCalls: Readonly<Record<string, HelperCall>> = {
  if: block,
  unless: block,
  each: block,
  with: block,
  lookup: call(2),
  eq: call(2),
  not: call(1),
  and: call(1, Infinity),
  or: call(1, Infinity),
  code: call(1),
  comment: call(1),
  reference: call(2),
  limit: call(2),
  groupBy: call(2),
  heading: call(2),
  formatDate: call(2),
  plural: call(2, Infinity),
  join: call(2, 3),
  link: call(2),
  references: call(2),
  sentence: call(1),
} satisfies Record<keyof typeof helpers | 'if' | 'unless' | 'each' | 'with', HelperCall>;

/** As `#if` sees it: an empty list is false too. */
function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
