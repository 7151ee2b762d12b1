import { Document } from 'yaml';
import {
  inputDefault,
  inputDescription,
  type InputName,
  inputNames,
} from '../src/commands/action/inputs/input-schema.ts';
import { outputDescription, outputNames } from '../src/commands/action/inputs/output-schema.ts';

/** Defaults that only the runner knows: it replaces the expressions in `action.yml`. */
const runnerDefaults: Partial<Record<InputName, string>> = { token: '${{ github.token }}' };

/** The text of `action.yml`. */
export function actionYaml(): string {
  const document = new Document({
    name: 'devreport',
    description:
      'Every week a draft pull request with a report of what was merged, which keeps the words of its editor',
    author: 'The devreport authors',
    branding: { icon: 'book-open', color: 'green' },
    inputs: Object.fromEntries(
      inputNames.map((name) => [name, { description: inputDescription(name), ...defaultOf(name) }]),
    ),
    outputs: Object.fromEntries(
      outputNames.map((name) => [name, { description: outputDescription(name) }]),
    ),
    runs: { using: 'node24', main: 'dist/action.js' },
  });
  document.commentBefore = ' Made by npm run generate.';
  return document.toString({ singleQuote: true, lineWidth: 0 });
}

function defaultOf(name: InputName): { default?: string } {
  const value = runnerDefaults[name] ?? inputDefault(name);
  return value === undefined ? {} : { default: value };
}

/** The inputs and outputs as Markdown, a table each. */
export function actionReference(): string {
  const inputs = inputNames.map((name) => {
    const { default: value } = defaultOf(name);
    return [`\`${name}\``, value === undefined ? '' : `\`${value}\``, inputDescription(name)];
  });
  const outputs = outputNames.map((name) => [`\`${name}\``, outputDescription(name)]);
  return [
    '### Inputs',
    table(['input', 'default', ''], inputs),
    '### Outputs',
    table(['output', ''], outputs),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
