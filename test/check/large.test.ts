import { expect, test } from 'vitest';
import { type CheckOptions, checkReport } from '../../src/check/check-report.ts';
import { readReport } from '../../src/report/report.ts';
import { isThorough } from '../support/runs.ts';
import { exampleOptions } from './world.ts';

const options: CheckOptions = await exampleOptions();
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const link = (number: number) =>
  `[#${number}](https://github.com/linuxkit/linuxkit/pull/${number})`;

// Each took ten seconds or longer when everything was compared with everything.
test.runIf(isThorough).each([
  ['entries below headings', lines(1200, (at) => `### A @ann\n\n- Words ${link(at)}\n\n`)],
  ['sections below a long title', `# ${'word '.repeat(7_500)}\n\n${'## A\n'.repeat(7_500)}`],
  [
    'references of items with other names',
    lines(2500, (at) => `[a${at}#1]\n\n`) + lines(2500, (at) => `[b${at}#1]: c\n`),
  ],
])('a large report is checked in seconds: %s', { timeout: 7_000 }, (_, text) => {
  const report = readReport({ path: 'reports/2017-05-08.md', text: `## PRs merged\n\n${text}` });
  expect(checkReport(report, options).length).toBeGreaterThan(0);
});
