import * as v from 'valibot';
import type { ConfigIssue } from './config-issue.ts';
import { checkReferences } from './references.ts';
import { type Config, configSchema, type Section } from './schema.ts';
import { slug } from './slug.ts';

export type ParsedConfig =
  { config: Config; issues?: never } | { config?: never; issues: ConfigIssue[] };

/**
 * A config from what a YAML or JSON file holds: defaults filled in, references to sections checked.
 * Everything that is wrong with it is told at once.
 */
export function parseConfig(input: unknown): ParsedConfig {
  const parsed = v.safeParse(configSchema, input ?? {});
  const wrong = (parsed.issues ?? []).map(describe);
  const places = new Set(wrong.map(({ path }) => path.join('/')));
  const issues = [
    ...wrong,
    ...checkReferences(input).filter(({ path }) => !places.has(path.join('/'))),
  ];
  if (!parsed.success || issues.length > 0) return { issues };
  const sections = parsed.output.sections.map(completeSection);
  const fallback = parsed.output.fallback ?? sections[0]?.id ?? '';
  return { config: { ...parsed.output, sections, fallback } };
}

function completeSection(
  section: v.InferOutput<typeof configSchema>['sections'][number],
  index: number,
): Section {
  return { ...section, id: section.id ?? slug(section.title), claims: section.claims ?? index + 1 };
}

function describe(issue: v.BaseIssue<unknown>): ConfigIssue {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  return { path, message: messageOf(issue, path) };
}

function messageOf(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  const found = issue.received;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    if (Array.isArray(issue.path?.at(-1)?.input)) return 'expected options, found a list';
    const options = optionsAt(path.slice(0, -1)).join(', ');
    return `there is no option "${String(path.at(-1))}"; the options here are ${options}`;
  }
  if (issue.kind === 'validation') {
    return issue.message.startsWith('expected')
      ? `${issue.message}, found ${found}`
      : `${found} is ${issue.message}`;
  }
  if (found === 'undefined') return `${String(issue.expected)} is missing`;
  const expected =
    names[issue.expected ?? ''] ?? issue.expected?.replace(/[()]/g, '') ?? 'another value';
  return `expected ${expected}, found ${names[found] ?? found}`;
}

/** What valibot calls the kinds of values, in the words of someone who writes YAML. */
const names: Record<string, string> = {
  Object: 'options',
  Array: 'a list',
  string: 'text',
  number: 'a number',
  null: 'nothing',
};

/** The option names that the schema knows at a path. */
function optionsAt(path: readonly (string | number)[]): string[] {
  let schema: unknown = configSchema;
  for (const key of path) schema = typeof key === 'number' ? itemOf(schema) : entryOf(schema, key);
  return Object.keys(entriesOf(schema));
}

interface Wrapped {
  wrapped?: unknown;
  entries?: Record<string, unknown>;
  item?: unknown;
}

function unwrap(schema: unknown): Wrapped {
  const { wrapped } = schema as Wrapped;
  return wrapped === undefined ? (schema as Wrapped) : unwrap(wrapped);
}

function entriesOf(schema: unknown): Record<string, unknown> {
  return unwrap(schema).entries ?? {};
}

function entryOf(schema: unknown, key: string): unknown {
  return entriesOf(schema)[key] ?? {};
}

function itemOf(schema: unknown): unknown {
  return unwrap(schema).item ?? {};
}
