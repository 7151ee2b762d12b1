import * as v from 'valibot';
import { isRuleId } from '../check-rules.ts';
import { listOption } from './value-schemas.ts';

const ruleId = v.pipe(
  v.string(),
  v.check(isRuleId, 'not a rule of `devreport check`; docs/rules.md lists them'),
);

/** The options of `check`. */
export const checkSchema = v.strictObject({
  rules: v.pipe(
    v.optional(v.record(ruleId, v.picklist(['error', 'warning', 'info', 'off'])), {}),
    v.description('Severities by rule id: `error`, `warning`, `info` or `off`.'),
  ),
  words: listOption(v.string(), 'Correctly spelt words that the dictionary lacks.'),
});
