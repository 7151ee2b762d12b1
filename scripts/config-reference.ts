import { toJsonSchema } from '@valibot/to-json-schema';
import { Document, isScalar, visit } from 'yaml';
import { defaultSections } from '../src/config/schema/default-sections.ts';
import { configSchema } from '../src/config/schema/schema.ts';

/** The JSON Schema of `devreport.yml`, for editors. */
export function configJsonSchema(): object {
  const { $schema, ...schema } = toJsonSchema(configSchema, {
    errorMode: 'ignore',
    typeMode: 'input',
    ignoreActions: ['check'],
  });
  return { $schema, title: 'devreport.yml', ...schema };
}

interface Schema {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: object | false;
  items?: Schema;
}

/** The options as Markdown, a table for each level, and the sections of a config that has none. */
export function configReference(): string {
  return [
    ...tables(configJsonSchema(), ''),
    '### The default sections',
    `\`\`\`yaml\n${defaultSectionsYaml()}\`\`\``,
  ].join('\n\n');
}

/** A heading and a table for the options at the path, then those inside each of them. */
function tables(schema: Schema, path: string): string[] {
  const options = Object.entries(schema.properties ?? {});
  const rows = options.map(([name, option]) => {
    const cells = [
      `\`${path}${name}\``,
      kindOf(option),
      schema.required?.includes(name) ? 'required' : defaultOf(option),
      option.description ?? '',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    path === '' ? '### At the top' : `### In \`${path.replace(/\W+$/, '')}\``,
    ['| option | value | default | |', '|---|---|---|---|', ...rows].join('\n'),
    ...options.flatMap(([name, option]) => {
      if (option.properties) return tables(option, `${path}${name}.`);
      return option.items?.properties ? tables(option.items, `${path}${name}[].`) : [];
    }),
  ];
}

function kindOf({ type, enum: values, items, additionalProperties }: Schema): string {
  if (values) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (type === 'array') return items?.properties ? 'a list of options' : 'a list of texts';
  if (type === 'object' && additionalProperties)
    return Object.hasOwn(additionalProperties, 'type') ? 'texts by name' : 'values by name';
  if (type === 'object') return 'options';
  return { string: 'text', number: 'a number', integer: 'a whole number' }[type ?? ''] ?? 'a value';
}

function defaultOf({ default: value }: Schema): string {
  if (value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map(nameOf).join(', ') || 'none';
  return typeof value === 'object' ? '' : nameOf(value);
}

/** Options in a list are known by their titles. */
function nameOf(value: unknown): string {
  const title =
    typeof value === 'object' && value !== null && 'title' in value ? value.title : value;
  return `\`${String(title)}\``;
}

function defaultSectionsYaml(): string {
  const document = new Document({ sections: defaultSections });
  visit(document, {
    Seq(_, list) {
      list.flow = list.items.every(isScalar);
    },
  });
  return document.toString({ singleQuote: true, flowCollectionPadding: false, lineWidth: 0 });
}
