import { type CheckRule, checkRules } from '../src/config/check-rules.ts';

const needs: Record<NonNullable<CheckRule['needs']>, string> = {
  facts: 'the facts',
  checkout: 'the files around it',
  dictionary: 'the dictionary',
  neighbours: 'the records beside it',
};

/** The rules as Markdown, in a table for the docs. */
export function rulesReference(): string {
  return [
    '| rule | default | what it finds | needs | `--fix` |',
    '|---|---|---|---|---|',
    ...Object.entries(checkRules).map(row),
  ].join('\n');
}

function row([id, rule]: [string, CheckRule]): string {
  const { severity, description, needs: needed, fixable } = rule;
  const cells = [
    `\`${id}\``,
    severity,
    description.replaceAll('|', '\\|'),
    needed === undefined ? '' : needs[needed],
    fixable ? 'yes' : '',
  ];
  return `| ${cells.join(' | ')} |`;
}
