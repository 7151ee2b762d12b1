import { readReport } from '../../src/report/report.ts';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check-report.ts';
import { fix } from '../../src/check/fix.ts';
import { linesOf } from './lines.ts';
import { alone } from './world.ts';

const options = { ...alone, repository: 'linuxkit/linuxkit' };
const reportOf = (entries: number) => ({
  path: 'report.md',
  text: Array.from({ length: entries }, (_, index) => `- Entry #${index + 100}\n`).join(''),
});

test('few bare references are told one by one', () => {
  expect(check(readReport(reportOf(8)), options)).toHaveLength(8);
});

test('where hardly anything is linked, that is one finding, and one repair', () => {
  expect(linesOf(check(readReport(reportOf(40)), options))).toEqual([
    '1:9 warning bare-reference: `#100`, `#101`, `#102`, `#103`, `#104` and 35 more are no links in a file of a repository.',
  ]);
  const fixed = fix(readReport(reportOf(40)), options);
  expect(fixed.text.match(/linuxkit\/linuxkit\/issues\/1\d\d\)/g)).toHaveLength(40);
});
