import { describe, expect, test } from 'vitest';
import { act, bot, closes, issue, pull } from '../support/snapshot.ts';
import { changes, type Facts, Series } from './support.ts';

const series = new Series();
const discussed = { activity: [act('commented', 'justincormack')] };
const ids = (...numbers: number[]) => numbers.map((number) => `linuxkit/linuxkit#${number}`);
const link = (number: number, kind = 'pull') =>
  `[#${number}](https://github.com/linuxkit/linuxkit/${kind}/${number})`;
const entry = (number: number, title = `Change ${number}`) =>
  `- ${title} ${link(number)} @rneugeba.`;

const incomplete: Facts = {
  complete: false,
  warnings: [{ code: 'x', message: 'The rest is missing.' }],
};

/** What a rerun changes, warnings and numbers aside, and what it says. */
function rerun(edited: string, facts: Facts) {
  const { text, result } = series.rerun(edited, facts);
  expect(series.rerun(text, facts).text).toBe(text);
  return { text, result, lines: changes(edited, text).filter((line) => line.includes('[#')) };
}

describe('an item that the facts lack', () => {
  const before: Facts = { pullRequests: [pull(1), pull(2)], issues: [issue(20, discussed)] };
  const after: Facts = { pullRequests: [pull(2, { title: 'Two' })] };
  const draft = series.draft(before);
  const edited = draft.replace('## Blogs', 'Words.\n\n## Blogs');

  test('is removed from an unedited draft', () => {
    const { text, result } = rerun(draft, after);
    expect(text).toBe(series.draft(after));
    expect(result).toMatchObject({ dropped: ids(1, 20), gone: [], unseen: [] });
  });

  test('stays in an edited report, and is reported', () => {
    const { lines, result } = rerun(edited, after);
    expect(lines).toEqual([`-${entry(2)}`, `+${entry(2, 'Two')}`]);
    expect(result).toMatchObject({ gone: ids(1, 20), dropped: [], unseen: [] });
  });

  test.each([
    ['an edited report', edited],
    ['an unedited draft', draft],
  ])('stays in %s, and is not reported as gone, when the facts are incomplete', (_, text) => {
    const { lines, result } = rerun(text, { ...after, ...incomplete });
    expect(lines).toEqual([`-${entry(2)}`, `+${entry(2, 'Two')}`]);
    expect(result).toMatchObject({ unseen: ids(1, 20), gone: [], dropped: [] });
  });

  test('such a draft still counts as unedited, and complete facts replace it', () => {
    const { text } = rerun(draft, { ...after, ...incomplete });
    expect(rerun(text, after).text).toBe(series.draft(after));
  });

  test('incomplete facts remove items that they have but no longer show', () => {
    const { text, result } = rerun(draft, { ...before, ...incomplete, issues: [issue(20)] });
    expect(text).not.toContain('issues/20');
    expect(result).toMatchObject({ dropped: ids(20), unseen: [] });
  });

  test('is reported in entries that the editor reworded, too, until it is back', () => {
    const words = draft.replace('Change 1', 'My words');
    const { text, lines, result } = rerun(words, after);
    expect(lines).toEqual([`-${entry(2)}`, `+${entry(2, 'Two')}`]);
    expect(result).toMatchObject({ gone: ids(20, 1), kept: [], dropped: [] });
    expect(rerun(text, after).result.gone).toEqual(ids(20, 1));
    expect(rerun(text, before).result).toMatchObject({ gone: [], kept: ids(1) });
    expect(rerun(words, { ...after, ...incomplete }).result.unseen).toEqual(ids(20, 1));
  });

  test('is distinguished from an item that is only no longer shown', () => {
    const few = new Series({ limits: { issues: 1 } });
    const more = { activity: [act('commented', 'a'), act('commented', 'b')] };
    const text = few.draft(before).replace('## Blogs', 'Words.\n\n## Blogs');
    const busier = { ...before, issues: [issue(20, discussed), issue(21, more)] };
    expect(few.rerun(text, busier).result).toMatchObject({ unshown: ids(20), gone: [] });
    const words = text.replace('Problem 20', 'A problem');
    expect(few.rerun(words, busier).result).toMatchObject({ kept: ids(20), unshown: [], gone: [] });
  });

  test('is reported once per entry, with the items that the facts still have', () => {
    const joint: Facts = {
      pullRequests: [pull(1, { references: [closes(20)] }), pull(2)],
      issues: [issue(20, { ...discussed, state: 'closed', closedAt: '2017-05-03T10:00:00Z' })],
    };
    const text = series.draft(joint).replace('## Blogs', 'Words.\n\n## Blogs');
    const { result } = rerun(text, { pullRequests: [pull(2)], issues: [issue(20)], ...incomplete });
    expect(result).toMatchObject({ unseen: ids(1, 20), gone: [], unshown: [], changed: [] });
  });

  test('stays even where another entry has the other items', () => {
    const joint: Facts = {
      pullRequests: [pull(1, { references: [closes(20)] }), pull(2)],
      issues: [issue(20, { ...discussed, state: 'closed', closedAt: '2017-05-03T10:00:00Z' })],
    };
    const text = series.draft(joint).replace('## Blogs', 'Words.\n\n## Blogs');
    const { lines, result } = rerun(text, { pullRequests: [pull(2)], issues: before.issues ?? [] });
    expect(lines).toEqual([]);
    expect(result).toMatchObject({ gone: ids(1), changed: [], dropped: [] });
  });

  test('stays in a joint entry when the facts are incomplete', () => {
    const renovate = { author: bot('renovate') };
    const three: Facts = { pullRequests: [1, 2, 3].map((number) => pull(number, renovate)) };
    const joint = series.draft(three);
    const two: Facts = { pullRequests: [1, 4].map((number) => pull(number, renovate)) };
    const { text, lines, result } = rerun(joint, { ...two, ...incomplete });
    expect(lines).toEqual([`+- Change 4 ${link(4)}.`]);
    expect(result).toMatchObject({ added: ids(4), unseen: ids(2, 3), changed: [] });
    const four = { pullRequests: [1, 2, 3, 4].map((number) => pull(number, renovate)) };
    expect(rerun(text, four).text).toBe(series.draft(four));
  });

  test('an item that a refreshed entry no longer has is reported', () => {
    const resolving: Facts = { pullRequests: [pull(1, { references: [closes(20)] })] };
    const text = series.draft(resolving).replace('## Blogs', 'Words.\n\n## Blogs');
    const { result } = rerun(text, { pullRequests: [pull(1)] });
    expect(result).toMatchObject({ refreshed: ids(1), dropped: ids(20) });
  });
});

describe('an issue resolved by a pull request that the editor cites elsewhere', () => {
  const before: Facts = { issues: [issue(20, discussed)] };
  const after: Facts = {
    pullRequests: [pull(6, { references: [closes(20)] })],
    issues: [issue(20, { ...discussed, state: 'closed', closedAt: '2017-05-03T10:00:00Z' })],
  };
  const edited = series
    .draft(before)
    .replace('## Blogs', `At last, [it](https://github.com/linuxkit/linuxkit/pull/6).\n\n## Blogs`);

  test('stays, and the pull request that its entry would name is reported', () => {
    const { text, lines, result } = rerun(edited, after);
    expect(lines).toEqual([]);
    const [item = ''] = ids(20);
    const changed = [{ item, changes: [{ kind: 'named', items: ids(6), people: ['rneugeba'] }] }];
    expect(result).toMatchObject({ kept: [], changed, gone: [], unseen: [] });
    expect(result.cited).toEqual([{ item: ids(6)[0], under: 'Issues' }]);
    expect(rerun(text, after).result.changed).toEqual(changed);
  });
});
