/** The rules of `devreport check`, in the order of docs/rules.md. */
export const ruleIds = [
  'link-syntax',
  'link-target',
  'link-kind',
  'relative-link',
  'anchor',
  'bare-reference',
  'no-undefined-references',
  'no-duplicate-definitions',
  'no-unused-definitions',
  'unbalanced-brackets',
  'unbalanced-code',
  'marker-space',
  'invisible-character',
  'heading-increment',
  'unordered-list-marker-style',
  'duplicate-entry',
  'empty-section',
  'leftover-instruction',
  'section-untouched',
  'record-damaged',
  'period-adjacent',
  'merged-in-period',
  'merged-without-entry',
  'author-credited',
  'credit-involved',
  'login-known',
  'statistics',
  'spelling',
  'repeated-word',
  'proper-names',
] as const;

export type RuleId = (typeof ruleIds)[number];

export function isRuleId(text: string): text is RuleId {
  return (ruleIds as readonly string[]).includes(text);
}
