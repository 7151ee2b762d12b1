import { expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { Facts } from '../../src/check/context/facts.ts';
import { readReport } from '../../src/report/report.ts';
import { type Knowledge, knowledgeNames } from '../../src/snapshot/sources.ts';
import { config } from '../support/report.ts';
import { exampleOptions, exampleSnapshot } from './world.ts';

const text = `# Report

There were 3 contributions (PRs/Issues/Comments) from 9 individual contributors.

## Kernel

- Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @rneugeba @deitch.
`;

async function rulesWithFindings(knows: readonly Knowledge[]): Promise<string[]> {
  const snapshot = exampleSnapshot();
  const facts = new Facts({ ...snapshot, collected: { ...snapshot.collected, knows } }, config());
  const findings = checkReport(readReport({ path: 'report.md', text }), {
    ...(await exampleOptions()),
    facts,
  });
  const about = ['statistics', 'credit-involved'];
  return findings.map(({ rule }) => rule).filter((id) => about.includes(id));
}

const without = (...names: Knowledge[]) => knowledgeNames.filter((name) => !names.includes(name));

test('facts that include everything are compared', async () => {
  expect(await rulesWithFindings(knowledgeNames)).toEqual(['statistics', 'credit-involved']);
});

test.each(['comments', 'issues', 'openings', 'reviews'] as const)(
  'numbers are not compared with facts that lack %s',
  async (name) => {
    expect(await rulesWithFindings(without(name))).toEqual(['credit-involved']);
  },
);

test('credits are not compared with facts that lack participants', async () => {
  expect(await rulesWithFindings(without('participants'))).toEqual(['statistics']);
});

test('other knowledge does not matter to these rules', async () => {
  const others = without('labels', 'newcomers', 'repositories', 'states');
  expect(await rulesWithFindings(others)).toEqual(['statistics', 'credit-involved']);
});
