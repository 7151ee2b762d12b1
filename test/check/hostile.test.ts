import fc from 'fast-check';
import { readReport } from '../../src/report/report.ts';
import { expect, test } from 'vitest';
import { type CheckOptions, checkReport } from '../../src/check/check-report.ts';
import { fix } from '../../src/check/fix.ts';
import { formatGitHub } from '../../src/check/format/github.ts';
import { formatJson } from '../../src/check/format/json.ts';
import { formatText } from '../../src/check/format/text.ts';
import { hostileText } from '../support/hostile.ts';
import { exampleOptions } from './world.ts';
import { runs } from '../support/runs.ts';

const path = 'reports/2017-05-08.md';
const options: CheckOptions = await exampleOptions();

test('every finding of any text is inside the text', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 4 }), (parts) => {
      const text = parts.join('\n\n');
      const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
      for (const { place, message } of checkReport(readReport({ path, text }), options)) {
        expect(place.start.line).toBeGreaterThanOrEqual(1);
        expect(place.end.line).toBeLessThanOrEqual(lines.length);
        expect(place.end.column - 1).toBeLessThanOrEqual(lines[place.end.line - 1]?.length ?? 0);
        expect(place.start.offset).toBeLessThanOrEqual(place.end.offset ?? 0);
        expect(message.length).toBeLessThan(600);
      }
    }),
    runs(25),
  );
});

test('fixing ends, and formats have a line for each finding', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 3 }), (parts) => {
      const text = parts.join('\n\n');
      const fixed = fix(readReport({ path, text }), options).text;
      const checked = [{ path, findings: checkReport(readReport({ path, text: fixed }), options) }];
      const [{ findings } = { findings: [] }] = checked;
      expect(JSON.parse(formatJson(checked))).toHaveLength(findings.length);
      expect(formatGitHub(checked).split(/[\r\n]/).length).toBeLessThanOrEqual(findings.length + 4);
      expect(formatText(checked, { color: false }).split(/\r|\n/).length).toBeLessThanOrEqual(
        findings.length + 5,
      );
    }),
    runs(15),
  );
});
