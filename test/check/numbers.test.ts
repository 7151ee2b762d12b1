import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { Facts } from '../../src/check/context/facts.ts';
import { periodNumbers } from '../../src/check/text/period-numbers.ts';
import { readReport } from '../../src/report/report.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { type Knowledge, knowledgeNames, sources } from '../../src/snapshot/sources.ts';
import { config } from '../support/report.ts';
import { alone, exampleSnapshot } from './world.ts';

/**
 * The wrong numbers of a report of the example's week, in which 2 pull requests were merged, 3 opened,
 * and no issue was.
 *
 * @param rebased how many commits without a pull request there are
 */
function wrongNumbers(text: string, knows: readonly Knowledge[], rebased = 0): string[] {
  const snapshot = exampleSnapshot();
  const commits = Array.from({ length: rebased }, (_, at) => commit(at));
  const facts = new Facts(
    { ...snapshot, commits, collected: { ...snapshot.collected, knows: [...knows] } },
    config(),
  );
  const report = readReport({ path: 'report.md', text: `# Report\n\n${text}\n` });
  return checkReport(report, { ...alone, facts })
    .filter(({ rule }) => rule === 'statistics')
    .map(({ start, end }) => report.text.slice(start, end));
}

function commit(at: number): Snapshot['commits'][number] {
  return {
    ...{ repository: 'linuxkit/linuxkit', hash: String(at).padStart(40, '0'), title: 'Fix' },
    ...{ author: { type: 'user', login: 'ann' }, coAuthors: [] },
    ...{ at: '2017-05-03T10:00:00Z', references: [] },
  };
}

describe('with the facts of GitHub', () => {
  test.each([
    ['A busy week: 42 pull requests were merged', ['42']],
    ['This week, 42 pull requests were merged and 12 issues were closed.', ['42', '12']],
    ['We merged 42 pull requests and closed 12 issues.', ['42', '12']],
    ['We merged 42 pull requests, and closed 12 issues.', ['42', '12']],
    ['The team has merged 42 PRs.', ['42']],
    ['In short: 42 merged PRs and 12 closed issues.', ['42', '12']],
    ['- 42 pull requests merged\n- 12 issues opened', ['42', '12']],
    ['A quiet week: 2 pull requests were merged, and we closed 0 issues.', []],
    ['Ann merged 42 pull requests, and closed 12 issues.', []],
    ['Of these, 12 issues were closed. We fixed 12 issues.', []],
    ['Since January, 42 pull requests were merged, and we closed 12 issues.', []],
  ])('%s', (text, wrong) => {
    expect(wrongNumbers(text, knowledgeNames)).toEqual(wrong);
  });
});

describe('of a month', () => {
  const month = (start: string, end: string) => ({ start, end, timezone: 'UTC' });
  const june = month('2017-06-01T00:00:00Z', '2017-07-01T00:00:00Z');

  test.each([
    ['This month 42 pull requests were merged.', ['42']],
    ['This month, 42 pull requests were merged.', ['42']],
    ['In June, 42 pull requests were merged.', ['42']],
    ['In June 2017 we merged 42 pull requests.', ['42']],
    ['42 PRs were merged this month.', ['42']],
    ['We merged 42 pull requests this month.', ['42']],
    ['A total of 42 pull requests from 30 contributors were merged.', ['42']],
    ['In May, 42 pull requests were merged.', []],
    ['In June 2016, 42 pull requests were merged.', []],
    ['This week, 42 pull requests were merged.', []],
  ])('%s', (text, said) => {
    expect(periodNumbers(text, june).map((number) => number.said)).toEqual(said);
  });
});

describe('with a clone', () => {
  const { knows } = sources.git;

  test('nothing is said about what it does not know', () => {
    const text =
      'There were 99 contributions from 98 contributors. 97 new PRs were opened. 96 issues were closed and 95 issues were opened.';
    expect(wrongNumbers(text, knows)).toEqual([]);
    expect(wrongNumbers(text, knowledgeNames)).toEqual(['99', '98', '97', '96', '95']);
  });

  test('merged pull requests are counted, apart from the issues beside them', () => {
    const text = 'We merged 42 pull requests and closed 12 issues.';
    expect(wrongNumbers(text, knows)).toEqual(['42']);
  });

  test('commits without a pull request may be rebased ones', () => {
    const merged = (count: number) => `A week: ${count} pull requests were merged.`;
    const wrong = [1, 2, 3, 5, 6].flatMap((count) => wrongNumbers(merged(count), knows, 3));
    expect(wrong).toEqual(['1', '6']);
    expect(wrongNumbers(merged(3), knowledgeNames, 3)).toEqual(['3']);
  });
});
