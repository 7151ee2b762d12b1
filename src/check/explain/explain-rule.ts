import { checkRules, type RuleId, type Severity } from '../../config/check-rules.ts';
import { reasons } from './reasons.ts';
import type { RuleText } from './rule-text.ts';

/** Why a rule exists, an example of what it finds, and how to turn it off; for a terminal. */
export function explainRule(
  id: RuleId,
  { about, example }: RuleText,
  severities: Readonly<Record<string, Severity | 'off'>>,
): string {
  const { severity, description, fixable } = checkRules[id];
  const own = severities[id] ?? severity;
  const state = own === severity ? severity : `${own}, by the config; ${severity} without it`;
  return [
    `${id} (${state})`,
    description,
    '',
    `Why: ${reasons[id]}`,
    '',
    about + (fixable ? ' `--fix` fixes it where there is one right answer.' : ''),
    '',
    ...(example === null
      ? []
      : ['In this text', '', ...indented(example.markdown), '', 'it finds', '']),
    ...(example === null ? [] : [...example.findings.map((finding) => `    ${finding}`), '']),
    'These lines of devreport.yml turn it off:',
    '',
    ...indented(`check:\n  rules:\n    ${id}: off`),
    '',
    `This comment turns it off for the next block of a report: <!-- lint ignore ${id} -->`,
    '',
  ].join('\n');
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
}
