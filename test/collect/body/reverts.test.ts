import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../src/collect/body/references.ts';
import {
  readReverts,
  revertedCommits,
  withoutRevertedTitles,
} from '../../../src/collect/body/reverts.ts';
import { runs } from '../../support/runs.ts';

const HERE = 'acme/widgets';

/** As `#1`, or `owner/name#1` elsewhere. */
function reverted(title: string, body = ''): string[] {
  return readReverts(title, body, HERE).map(({ repository, number, relation }) => {
    expect(relation).toBe('reverts');
    return `${repository === HERE ? '' : repository}#${String(number)}`;
  });
}

describe('the title of a revert', () => {
  it.each([
    ['Revert "Fix #13: frob (#35)"', ['#35']],
    ['Revert “Add "frob" (#35)”', ['#35']],
    ['Revert "Revert "x (#1)" (#2)"', ['#2']],
    ['[1.2] Revert "Add x (#35)" because of #50', ['#35']],
    ['Revert "Merge pull request #35 from octo/frob"', ['#35']],
    ['Revert "Auto merge of #35 - octo:frob, r=mona"', ['#35']],
    ['Revert "Merge #35 #36"', ['#35', '#36']],
    ['revert: feat: frob (#35)', ['#35']],
    ['revert(ui): frob (#35)', ['#35']],
    ['[Revert] frob (#35)', ['#35']],
    ['Back out "frob (#35)"', ['#35']],
    ['Revert #35', ['#35']],
    ['Revert PR #35, #36 and octo/other#1 due to #9', ['#35', '#36', 'octo/other#1']],
    ['Revert https://github.com/acme/widgets/pull/35', ['#35']],
  ])('%s', (title, items) => {
    expect(reverted(title)).toEqual(items);
  });

  it.each([
    'Revert "Revert "x (#1)""',
    'Revert "Fix #13"',
    'Revert the change of the button',
    'Reapply "Add frob (#35)"',
    'Partially revert #35',
    'Add a button to revert #35',
    'Fix the reverter (#35)',
    'Reverting is hard: see #35',
  ])('takes back no pull request: %s', (title) => {
    expect(reverted(title)).toEqual([]);
  });
});

describe('the body of a revert', () => {
  it.each([
    ['Reverts acme/widgets#35', ['#35']],
    ['Reverts octo/other#35', ['octo/other#35']],
    ['It broke.\n\nReverts #35 and #36, see #50', ['#35', '#36']],
    ['- Reverts [#35](https://github.com/acme/widgets/pull/35).', ['#35']],
    ['This PR reverts https://github.com/acme/widgets/pull/35', ['#35']],
    ['It broke. This reverts pull request #35.', ['#35']],
    ['Reverted https://github.com/acme/widgets/pull/35 on behalf of octo', ['#35']],
  ])('%j', (body, items) => {
    expect(reverted('Undo it', body)).toEqual(items);
  });

  it.each([
    '> Reverts #35',
    '<!-- Reverts #35 -->',
    'This partially reverts #35',
    'We may have to revert #35 later',
    'Revert "Reverts #35"',
  ])('takes back no pull request: %j', (body) => {
    expect(reverted('Change it', body)).toEqual([]);
  });

  it('names commits', () => {
    const hash = 'abcdef0123456789abcdef0123456789abcdef01';
    expect(revertedCommits(`This reverts commit ${hash}.`)).toEqual([hash]);
    expect(
      revertedCommits(`This reverts commit ${hash}, reversing\nchanges made to 1234567.`),
    ).toEqual([hash]);
    expect(revertedCommits('This reverts commit abcdef0 (Add frob, 2024-05-06).')).toEqual([
      'abcdef0',
    ]);
    expect(revertedCommits('This reverts commits abcdef0, 1234567 and fedcba9.')).toEqual([
      'abcdef0',
      '1234567',
      'fedcba9',
    ]);
    expect(revertedCommits('This reverts the commit that added abcdef0')).toEqual([]);
  });
});

it('what a reverted title names is not named by its revert', () => {
  const text = 'Revert "Fix #13: frob (#35)" because of #50\n\n* Revert "Fixes #14"\n\nCloses #15';
  const own = readReferences(withoutRevertedTitles(text), HERE, 'title');
  expect(own.map(({ number, relation }) => [number, relation])).toEqual([
    [50, 'mentions'],
    [15, 'closes'],
  ]);
  expect(withoutRevertedTitles('Revert "Fix #13: a title that was cut…')).toBe('Revert ""');
});

it('never fails, and takes time linear in the length', () => {
  const piece = fc.constantFrom(
    'Revert "',
    '"',
    ' ',
    '(#1)',
    '#2',
    ', ',
    '\n',
    'reverts commit ',
    'abcdef0',
    'PR ',
    '[',
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        readReverts(text, text, HERE);
        revertedCommits(text);
      },
    ),
    runs(100),
  );
  for (const unit of [
    'Revert "',
    'reverts #1, ',
    'reverts commit abcdef0 ',
    '[a] ',
    'revert pr pr ',
    '“',
  ]) {
    const long = unit.repeat(50_000);
    readReverts(long, long, HERE);
    revertedCommits(long);
    withoutRevertedTitles(long);
  }
});
