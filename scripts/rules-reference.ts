import { reasons } from '../src/check/explain/reasons.ts';
import { type CheckRule, checkRules, type RuleId, ruleIds } from '../src/config/check-rules.ts';
import { ruleTexts } from './rule-documents.ts';

const needs: Record<NonNullable<CheckRule['needs']>, string> = {
  facts: 'the facts',
  checkout: 'the files around it',
  dictionary: 'the dictionary',
  neighbours: 'the reports beside it',
};

/** The rules as Markdown: in a table, then one by one as `--explain` has them. */
export function rulesReference(): string {
  return [
    '| rule | default | what it finds | needs | `--fix` |',
    '|---|---|---|---|---|',
    ...ruleIds.map(row),
    '',
    ...ruleIds.flatMap(explained),
  ]
    .join('\n')
    .trimEnd();
}

function row(id: RuleId): string {
  const { severity, description, needs: needed, fixable } = checkRules[id];
  const cells = [
    `[\`${id}\`](#${id})`,
    severity,
    description.replaceAll('|', '\\|'),
    needed === undefined ? '' : needs[needed],
    fixable ? 'yes' : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

function explained(id: RuleId): string[] {
  const { about, example } = ruleTexts()[id];
  const fence = (info: string, text: string) => [`\`\`\`\`${info}`, text, '````', ''];
  return [
    `### ${id}`,
    '',
    `${reasons[id]} ${about}`,
    '',
    ...(example === null
      ? []
      : [...fence('md', example.markdown), ...fence('text', example.findings.join('\n'))]),
    `Off: \`check: { rules: { ${id}: off } }\`.`,
    '',
  ];
}
