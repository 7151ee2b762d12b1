import { describe, expect, test } from 'vitest';
import { changeWords } from '../../src/revise/change-words.ts';
import type { Revision } from '../../src/revise/revise.ts';
import { recordIn } from '../support/report.ts';
import { files, issue, pull, snapshot } from '../support/snapshot.ts';
import { bodyOf, type Facts, Series } from './support.ts';
import { discussed, kernel, series, testing } from './tuesday-to-friday.ts';

/** Collected on a Wednesday, inside the period: the end is not known yet. */
const { collected } = snapshot();
const wednesday = { ...collected, at: '2017-05-03T18:00:00Z' };
const before: Facts = {
  collected: wednesday,
  pullRequests: [pull(1), pull(2, kernel), pull(3, { note: 'A note.' })],
  issues: [issue(20, discussed), issue(21, discussed)],
};
const closedIssue = { state: 'closed', closedAt: '2017-05-04T10:00:00Z' } as const;
const draft = series.draft(before);
const edited = draft
  .replace('Change 1', 'The first change')
  .replace('Change 2', 'The second change')
  .replace('A note', 'My note')
  .replace('Problem 20', 'How about it?');
expect(edited).toContain('How about it?');

/** What is to review, in words, by number. */
function toReview({ result }: Revision): Record<string, string> {
  const name = (item: string) => item.replace('linuxkit/linuxkit', '');
  return Object.fromEntries(
    result.changed.map(({ item, changes }) => [
      name(item),
      changes.map((change) => changeWords(change, name)).join(', '),
    ]),
  );
}

describe('what has changed about an entry in the editor’s words', () => {
  test.each<[string, Facts, string, string]>([
    ['a new title', { pullRequests: [pull(1, { title: 'New' })] }, '#1', 'retitled “New”'],
    ['a new note', { pullRequests: [pull(3, { note: 'New.' })] }, '#3', 'has the note “New.”'],
    ['a closed issue', { issues: [issue(20, { ...discussed, ...closedIssue })] }, '#20', 'closed'],
    [
      'an issue closed as not planned',
      { issues: [issue(20, { ...discussed, ...closedIssue, stateReason: 'not_planned' })] },
      '#20',
      'closed as not planned',
    ],
    [
      'a revert',
      {
        pullRequests: [
          ...(before.pullRequests ?? []),
          pull(4, {
            references: [
              { repository: 'linuxkit/linuxkit', number: 2, relation: 'reverts', from: 'title' },
            ],
          }),
        ],
      },
      '#2',
      'reverted by #4',
    ],
    [
      'other people',
      { pullRequests: [pull(1, { author: { login: 'deitch', type: 'user' } })] },
      '#1',
      'now with @deitch',
    ],
  ])('%s is named in each run, until the text says it', (_, now, item, words) => {
    const facts = { ...before, ...now };
    const first = series.rerun(edited, facts);
    expect(toReview(first)[item]).toBe(words);
    const again = series.rerun(first.text, facts);
    expect(again.text).toBe(first.text);
    expect(toReview(again)[item]).toBe(words);

    const said = words.replace(/^[^“@]*(?=@)|^.*“|”$/g, '');
    const agreed = first.text.replace(new RegExp(`^(- .*)(?= \\[${item}\\])`, 'm'), `$1 (${said})`);
    expect(agreed).not.toBe(first.text);
    const settled = series.rerun(agreed, facts);
    expect(toReview(settled)[item]).toBeUndefined();
    expect(toReview(series.rerun(settled.text, facts))[item]).toBeUndefined();
  });

  test.each([
    'A fixed list of modules',
    'People discuss a closed list',
    'It is not closed yet',
    'Should it be closed?',
    'About closed source',
    'Nobody knows whether it was closed',
  ])('a closed issue, though the editor writes “%s”', (words) => {
    const closed = { ...before, issues: [issue(20, { ...discussed, ...closedIssue })] };
    const { text, result } = series.rerun(edited.replace('How about it?', words), closed);
    expect(text).toContain(words);
    expect(toReview({ text, result, home: undefined })).toEqual({ '#20': 'closed' });
  });

  test.each(['It was closed.', 'A problem, closed by', 'Closed in May:', 'Done (closed)'])(
    'not a closed issue where the editor writes “%s”',
    (words) => {
      const closed = { ...before, issues: [issue(20, { ...discussed, ...closedIssue })] };
      expect(toReview(series.rerun(edited.replace('How about it?', words), closed))).toEqual({});
    },
  );

  test('a reopened issue about openSUSE', () => {
    const closed = { ...before, issues: [issue(20, { ...discussed, ...closedIssue })] };
    const { text } = series.rerun(edited.replace('How about it?', 'On openSUSE.'), closed, {
      seen: ['linuxkit/linuxkit#20'],
    });
    expect(toReview(series.rerun(text, before))).toEqual({ '#20': 'reopened' });
  });

  test('a reopened issue', () => {
    const closed = { ...before, issues: [issue(20, { ...discussed, ...closedIssue })] };
    const { text } = series.rerun(edited.replace('How about it?', 'It is closed.'), closed);
    expect(toReview(series.rerun(text, before))).toEqual({ '#20': 'reopened' });
  });

  test('is named until the editor has seen it', () => {
    const facts = { ...before, pullRequests: [pull(1, { title: 'New' })] };
    const item = 'linuxkit/linuxkit#1';
    const report = series.rerun(edited, facts, { seen: [item] });
    expect(toReview(report)['#1']).toBeUndefined();
    expect(bodyOf(report.text)).toBe(bodyOf(edited));
    expect(toReview(series.rerun(report.text, facts))['#1']).toBeUndefined();
    const later = { ...facts, pullRequests: [pull(1, { title: 'Newer' })] };
    expect(toReview(series.rerun(report.text, later))['#1']).toBe('retitled “Newer”');
  });

  test('is the whole entry in a report that was begun when its period was over', () => {
    const late = series.draft({ ...before, collected }).replace('Change 1', 'The first change');
    expect(recordIn(late)).toMatchObject({ version: 1 });
    expect(recordIn(late)).not.toHaveProperty('facts');
    const facts = { ...before, collected, pullRequests: [pull(1, { title: 'New' })] };
    const { text, ...revision } = series.rerun(late, facts);
    expect(toReview({ text, ...revision })['#1']).toBe('would now read “New #1 @rneugeba.”');
    const agreed = text.replace('The first change', 'New: the first change');
    expect(toReview(series.rerun(agreed, facts))['#1']).toBeUndefined();
  });
});

describe('an entry in the editor’s words that would now be in another section', () => {
  const own = new Series();
  const facts: Facts = { pullRequests: [pull(1), pull(2, kernel), pull(5, testing)] };
  const moved: Facts = { pullRequests: [pull(1), pull(2, testing), pull(5, testing)] };
  const reworded = own.draft(facts).replace('Change 2', 'Two');
  const item = 'linuxkit/linuxkit#2';

  test('stays where it is, and is named', () => {
    const { text, result } = own.rerun(reworded, moved);
    expect(bodyOf(text)).toBe(bodyOf(reworded));
    expect(result.elsewhere).toEqual([{ item, to: 'Testing' }]);
    expect(own.rerun(text, moved).result.elsewhere).toEqual([{ item, to: 'Testing' }]);
  });

  test('is not named when the editor moves it there, or has seen it', () => {
    const line = /^- Two .*\n/m.exec(reworded)?.[0] ?? '';
    const there = reworded.replace(line, '').replace(/^- Change 5 .*\n/m, `$&${line}`);
    expect(own.rerun(there, moved).result.elsewhere).toEqual([]);

    const { text } = own.rerun(reworded, moved, { seen: [item] });
    expect(bodyOf(text)).toBe(bodyOf(reworded));
    expect(own.rerun(text, moved).result.elsewhere).toEqual([]);
  });

  test('nor when its section only has another name', () => {
    const renamed = reworded.replace('### Kernel', '### The kernel');
    expect(
      own.rerun(renamed, { pullRequests: [pull(1), pull(2, { files: files('kernel/b') })] }).result
        .elsewhere,
    ).toEqual([]);
  });
});
