import { readReport } from '../../src/report/report.ts';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check-report.ts';
import { fix } from '../../src/check/fix.ts';
import { rules } from '../../src/check/rules.ts';
import { ruleIds } from '../../src/config/check-rules.ts';
import { examplesOf, ruleFiles } from './examples.ts';
import { exampleOptions } from './world.ts';

const path = 'reports/2017-05-08.md';

test('each rule has a file named after it, and a config may name it', () => {
  expect(rules.map(({ id }) => id)).toEqual(ruleIds);
  expect([...ruleIds].sort()).toEqual(ruleFiles);
});

describe.each(rules)('$id', ({ id, fixable }) => {
  const examples = examplesOf(id);

  test('has examples of both kinds, and of its repair', () => {
    const kinds = examples.map(({ name }) => name.split(',')[0]);
    expect(kinds).toContain('ok');
    if (id !== 'section-untouched') expect(kinds).toContain('not ok');
    expect(examples.some(({ fixed }) => fixed !== null)).toBe(fixable ?? false);
  });

  test.each(examples)('$name', async ({ name, markdown, findings, fixed }) => {
    const options = await exampleOptions();
    const others = ruleIds.filter((other) => other !== id);
    const severities = Object.fromEntries(others.map((other) => [other, 'off' as const]));
    const messages = check(readReport({ path, text: markdown }), { ...options, severities });
    expect(messages.map(String).map((text) => text.replace(`${path}:`, ''))).toEqual(findings);
    expect(findings.length > 0).toBe(name.startsWith('not ok'));
    expect(fix(readReport({ path, text: markdown }), { ...options, severities }).text).toBe(
      fixed ?? markdown,
    );
  });
});
