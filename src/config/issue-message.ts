import type { BaseIssue, GenericSchema } from 'valibot';
import type { ConfigIssue } from './config-issue.ts';
import { configSchema } from './schema/schema.ts';
import { schemaEntries, schemaItem } from './schema/schema-shape.ts';

/** What is wrong at the path, in the words of somebody who writes YAML. */
export function issueMessage(issue: BaseIssue<unknown>, path: ConfigIssue['path']): string {
  const found = shortened(issue.received);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    if (Array.isArray(issue.path?.at(-1)?.input)) return 'expected options, found a list';
    const options = optionsAt(path.slice(0, -1)).join(', ');
    return `unknown option "${String(path.at(-1))}"; the options here are ${options}`;
  }
  if (issue.kind === 'validation') {
    return issue.message.startsWith('expected')
      ? `${issue.message}, found ${found}`
      : `${found} is ${issue.message}`;
  }
  if (found === 'undefined') return `${String(issue.expected)} is missing`;
  const expected =
    kinds[issue.expected ?? ''] ?? issue.expected?.replace(/[()]/g, '') ?? 'another value';
  return `expected ${expected}, found ${kinds[found] ?? found}`;
}

const LONGEST = 60;

/** A value as valibot writes it, cut when it is long. */
function shortened(found: string): string {
  return found.length > LONGEST ? `${found.slice(0, LONGEST)}…` : found;
}

/** The kinds of values that valibot has other names for. */
const kinds: Record<string, string> = {
  Object: 'options',
  Array: 'a list',
  string: 'text',
  number: 'a number',
  null: 'nothing',
};

/** The options that the schema has at a path. */
function optionsAt(path: ConfigIssue['path']): string[] {
  let schema: GenericSchema | undefined = configSchema;
  for (const key of path) {
    schema = typeof key === 'number' ? schemaItem(schema) : schemaEntries(schema)[key];
  }
  return Object.keys(schemaEntries(schema));
}
