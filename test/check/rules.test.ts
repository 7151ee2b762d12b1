import { readReport } from '../../src/report/report.ts';
import { describe, expect, test } from 'vitest';
import { checkReport, type ReportFinding } from '../../src/check/check-report.ts';
import { fix } from '../../src/check/fix.ts';
import * as checks from '../../src/check/rules.ts';
import { checkRules, ruleIds } from '../../src/config/check-rules.ts';
import { ruleDocument, ruleFiles } from '../../scripts/rule-documents.ts';
import { exampleOptions } from './world.ts';

const path = 'reports/2017-05-08.md';

test('each rule has a check, in a file named after it', () => {
  expect(Object.keys(checks).sort()).toEqual([...ruleIds].sort());
  expect(ruleFiles).toEqual([...ruleIds].sort());
});

describe.each(ruleIds)('%s', (id) => {
  const { examples } = ruleDocument(id);

  test('has examples of both kinds, and of its fix', () => {
    const kinds = examples.map(({ name }) => name.split(',')[0]);
    expect(kinds).toContain('ok');
    if (id !== 'section-untouched') expect(kinds).toContain('not ok');
    expect(examples.some(({ fixed }) => fixed !== null)).toBe(checkRules[id].fixable ?? false);
  });

  test.each(examples)('$name', async ({ name, markdown, findings, fixed }) => {
    const options = await exampleOptions();
    const others = ruleIds.filter((other) => other !== id);
    const severities = Object.fromEntries(others.map((other) => [other, 'off' as const]));
    const found = checkReport(readReport({ path, text: markdown }), { ...options, severities });
    expect(found.map(lineOf)).toEqual(findings);
    expect(findings.length > 0).toBe(name.startsWith('not ok'));
    expect(fix(readReport({ path, text: markdown }), { ...options, severities }).text).toBe(
      fixed ?? markdown,
    );
  });
});

function lineOf({ place: { start, end }, message }: ReportFinding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}: ${message}`;
}
