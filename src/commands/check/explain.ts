import { explainRule } from '../../check/explain/explain-rule.ts';
import { loadRuleTexts } from '../../check/explain/rule-text.ts';
import { NearNames } from '../../check/spelling/one-slip.ts';
import { isRuleId, ruleIds } from '../../config/check-rules.ts';
import { loadConfig } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { oneOf, quote } from '../../markdown/quote.ts';
import type { Environment, ExitCode } from '../environment.ts';

/**
 * Prints why a rule exists.
 *
 * @throws {UsageError} `usage` for an unknown rule, and `config-invalid`
 */
export async function explainCheck(
  rule: string,
  configPath: string | undefined,
  { cwd, stdout }: Environment,
): Promise<ExitCode> {
  if (!isRuleId(rule)) throw unknownRule(rule);
  const { config } = await loadConfig(cwd, configPath);
  const texts = await loadRuleTexts();
  stdout.write(explainRule(rule, texts[rule], config.check.rules));
  return 0;
}

function unknownRule(rule: string): UsageError {
  const near = similarTo(rule.toLowerCase());
  const hint = near.length > 0 ? `Did you mean ${oneOf(near.map(quote))}? ` : '';
  return new UsageError('usage', `unknown rule "${rule}".`, {
    hint: `${hint}docs/rules.md lists all rules.`,
  });
}

/** Rules one slip away, else those with a word of the name. */
function similarTo(rule: string): string[] {
  const near = new NearNames(ruleIds).to(rule);
  if (near.length > 0) return near;
  const words = rule.split(/[^a-z]+/).filter((word) => word.length > 3);
  return ruleIds.filter((id) => words.some((word) => id.includes(word))).slice(0, 3);
}
