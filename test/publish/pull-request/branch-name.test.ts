import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { periodValues } from '../../../src/placeholder/report-placeholders.ts';
import type { Period } from '../../../src/period/period.ts';
import { branchFor, branchProblem } from '../../../src/publish/pull-request/branch-name.ts';
import { runs } from '../../support/runs.ts';

const week: Period = {
  kind: 'week',
  start: '2017-04-30T23:00:00Z',
  end: '2017-05-07T23:00:00Z',
  timezone: 'Europe/London',
  date: '2017-05-08',
};
const values = { ...periodValues(week), number: 8, slug: 'a-report' };

describe('the branch of a report', () => {
  test.each([
    ['devreport/{date}', 'devreport/2017-05-08'],
    ['{start}--{end}', '2017-05-01--2017-05-07'],
    ['report/{week}', 'report/2017-W18'],
    ['{year}/{month}/{day}', '2017/05/08'],
    ['{cadence}/{date}', 'weekly/2017-05-08'],
    ['weekly', 'weekly'],
    ['{number:4}-{slug}', '0008-a-report'],
  ])('%s is %s', (pattern, name) => {
    expect(branchFor(pattern, values)).toBe(name);
  });

  test.each([
    ['a b', 'The branch "a b" has a blank, a control character or one of ~^:?*[\\.'],
    ['{date}.lock', 'The branch "2017-05-08.lock" has a part that ends with .lock.'],
    ['HEAD', 'The branch "HEAD" is a name of git’s own.'],
    ['f'.repeat(40), `The branch "${'f'.repeat(40)}" looks like the hash of a commit.`],
    ['{Date}', 'Unknown placeholder {Date} in branch.'],
    ['{title}', 'Unknown placeholder {title} in branch.'],
    ['{constructor}', 'Unknown placeholder {constructor} in branch.'],
  ])('%s is refused', (pattern, message) => {
    expect(() => branchFor(pattern, values)).toThrow(UsageError);
    expect(() => branchFor(pattern, values)).toThrow(message);
  });

  test('may have placeholders of dates', () => {
    let hint: string | undefined;
    try {
      branchFor('{days}', values);
    } catch (error) {
      hint = error instanceof UsageError ? error.hint : undefined;
    }
    expect(hint).toBe(
      'The placeholders there are {date}, {year}, {month}, {day}, {week}, {start}, {end}, {cadence}, {number}, {slug}.',
    );
  });
});

const pieces = fc.constantFrom(
  ...['a', 'B', '0', '-', '.', '..', '/', '//', '@', '@{', '{', '}', '.lock', 'HEAD', 'refs/', ' '],
  ...[
    '~',
    '^',
    ':',
    '?',
    '*',
    '[',
    '\\',
    '\u0007',
    '\u007f',
    'ö',
    '🎉',
    '\n',
    '\t',
    'lock',
    '$',
    '`',
  ],
);

/** Whether git takes a name for a branch, as `git branch` would. */
function isGitBranch(name: string): boolean {
  const accepts = (arguments_: string[]) =>
    spawnSync('git', ['check-ref-format', ...arguments_]).status === 0;
  // With --branch, git first replaces names like @{-1}.
  return accepts([`refs/heads/${name}`]) && accepts(['--branch', name]);
}

test('a name is a branch here if it is one for git, and for GitHub', () => {
  const name = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(name, (text) => {
      const isBranch = branchProblem(text) === null;
      const forGitAlone = text.startsWith('refs/') || /^[\da-f]{40}$/i.test(text) || text === '@';
      expect(isBranch).toBe(isGitBranch(text) && !forGitAlone);
    }),
    runs(150),
  );
  expect(branchProblem('ö'.repeat(122))).toBeNull();
  expect(branchProblem('ö'.repeat(123))).toContain('longer than 255 bytes');
  expect(branchProblem('\ud800')).toContain('half of a character');
});
