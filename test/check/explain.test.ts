import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleTexts } from '../../scripts/rule-documents.ts';
import { checkReport } from '../../src/check/check-report.ts';
import { explainRule } from '../../src/check/explain/explain-rule.ts';
import { loadRuleTexts } from '../../src/check/explain/rule-text.ts';
import { ruleIds } from '../../src/config/check-rules.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { readReport } from '../../src/report/report.ts';
import { config } from '../support/report.ts';
import { exampleOptions } from './world.ts';

const texts = await loadRuleTexts();

test('the texts are those of the doc comments', () => {
  expect(texts).toEqual(ruleTexts());
});

describe.each(ruleIds)('%s', (id) => {
  const explained = explainRule(id, texts[id], {});

  test('is explained with a reason and an example of what it finds', () => {
    expect(explained).toMatch(/^Why: [A-Z].*\.$/m);
    if (id !== 'section-untouched') expect(explained).toMatch(/^ {4}\d+:\d+-\d+:\d+: ./m);
  });

  test('is turned off by the lines that its explanation names', async () => {
    const [, lines = ''] = /devreport\.yml turn it off:\n\n((?: {4}.*\n)+)/.exec(explained) ?? [];
    const { rules } = config(parse(lines) as ConfigInput).check;
    expect(rules).toEqual({ [id]: 'off' });
    const text = texts[id].example?.markdown ?? '';
    const found = checkReport(readReport({ path: 'reports/2017-05-08.md', text }), {
      ...(await exampleOptions()),
      severities: rules,
    });
    expect(found.map(({ rule }) => rule)).not.toContain(id);
  });
});

test('the severity is that of the config', () => {
  expect(explainRule('anchor', texts.anchor, { anchor: 'info' })).toMatch(
    /^anchor \(info, by the config; error without it\)\n/,
  );
});
