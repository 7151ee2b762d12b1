import type { RuleId } from '../../config/check-rules.ts';

/** What the documents say of a rule; made from the doc comment of the rule, whose example is a test. */
export interface RuleText {
  /** What it finds and leaves, as one paragraph of Markdown. */
  about: string;
  /** A text that it finds something in; null for one that depends on how a report was made. */
  example: { markdown: string; findings: string[] } | null;
}

/** The texts of all rules. */
export async function loadRuleTexts(): Promise<Readonly<Record<RuleId, RuleText>>> {
  const { default: texts } = await import('./rule-texts.json', { with: { type: 'json' } });
  return texts;
}
