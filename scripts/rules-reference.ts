import type { Rule } from '../src/check/rule.ts';
import { rules } from '../src/check/rules.ts';

const needs: Record<NonNullable<Rule['needs']>, string> = {
  facts: 'the facts',
  checkout: 'the files around it',
  dictionary: 'the dictionary',
  neighbours: 'the records beside it',
};

/** The rules as Markdown, in a table for the docs. */
export function rulesReference(): string {
  return [
    '| rule | default | what it finds | looks at | `--fix` |',
    '|---|---|---|---|---|',
    ...rules.map(row),
  ].join('\n');
}

function row({ id, severity, description, needs: needed, fixable }: Rule): string {
  const cells = [
    `\`${id}\``,
    severity,
    description.replaceAll('|', '\\|'),
    needed === undefined ? '' : needs[needed],
    fixable ? 'yes' : '',
  ];
  return `| ${cells.join(' | ')} |`;
}
