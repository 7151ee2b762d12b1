import { describe, expect, test } from 'vitest';
import { bot, closes, issue, pull } from '../support/snapshot.ts';
import { type Facts } from './support.ts';
import { discussed, tuesday, series, draft, link, entry, rerun } from './tuesday-to-friday.ts';

describe('joint entries', () => {
  const resolving: Facts = { pullRequests: [pull(1, { references: [closes(20)] })], issues: [] };
  const joined: Facts = {
    pullRequests: [
      pull(1, { references: [closes(20)] }),
      pull(2, { references: [closes(20)], author: { login: 'deitch', type: 'user' } }),
    ],
  };
  const alone = `- Change 1 ${link(1)} ${link(20, 'issues')} @rneugeba.`;
  const joint = `- Change 1 ${link(1)} ${link(2)} ${link(20, 'issues')} @rneugeba @deitch.`;

  test('a pull request joins an untouched entry', () => {
    const edited = series.draft(resolving).replace('## Blogs', 'Words.\n\n## Blogs');
    expect(rerun(edited, joined)).toEqual([`-${alone}`, `+${joint}`]);
  });

  test('beside an edited entry it is a separate entry', () => {
    const edited = series.draft(resolving).replace('Change 1', 'One');
    expect(rerun(edited, joined)).toEqual([`+- Change 2 ${link(2)} @deitch.`]);
    expect(series.rerun(edited, joined).result).toMatchObject({
      added: ['linuxkit/linuxkit#2'],
      changed: [
        {
          item: 'linuxkit/linuxkit#1',
          changes: [{ kind: 'named', items: ['linuxkit/linuxkit#2'], people: ['deitch'] }],
        },
      ],
    });
  });

  test('that entry is refreshed later, like any other', () => {
    const edited = series.draft(resolving).replace('Change 1', 'One');
    const { text } = series.rerun(edited, joined);
    const retitled =
      joined.pullRequests?.map((one) => (one.number === 2 ? { ...one, title: 'Two' } : one)) ?? [];
    expect(rerun(text, { pullRequests: retitled })).toEqual([
      `-- Change 2 ${link(2)} @deitch.`,
      `+- Two ${link(2)} @deitch.`,
    ]);
  });

  test('of a deleted entry only new items are added', () => {
    const edited = series.draft(resolving).replace(`${alone}\n`, '');
    expect(rerun(edited, joined)).toEqual([`+- Change 2 ${link(2)} @deitch.`, '+']);
  });

  test('two untouched entries become one', () => {
    const apart: Facts = { pullRequests: [pull(1), pull(2)] };
    const edited = series.draft(apart).replace('## Blogs', 'Words.\n\n## Blogs');
    const both: Facts = {
      pullRequests: [1, 2].map((number) => pull(number, { references: [closes(20)] })),
    };
    expect(rerun(edited, both)).toEqual([
      `-${entry(1)}`,
      `-${entry(2)}`,
      `+- Change 1 ${link(1)} ${link(2)} ${link(20, 'issues')} @rneugeba.`,
    ]);
  });

  test('an issue moves to the pull request that resolves it', () => {
    const edited = draft.replace('Change 2', 'Two');
    const resolved: Facts = {
      ...tuesday,
      pullRequests: [...(tuesday.pullRequests ?? []), pull(6, { references: [closes(20)] })],
    };
    expect(rerun(edited, resolved)).toEqual([
      `+- Change 6 ${link(6)} ${link(20, 'issues')} @rneugeba @justincormack.`,
      `-- Problem 20 ${link(20, 'issues')} @deitch @justincormack.`,
    ]);
  });

  test('bots that join an edited entry are named one by one', () => {
    const renovate = { author: bot('renovate') };
    const one: Facts = { pullRequests: [pull(1, renovate)] };
    const two: Facts = { pullRequests: [pull(1, renovate), pull(2, renovate)] };
    const edited = series.draft(one).replace('Change 1', 'Updates');
    expect(rerun(edited, two)).toEqual([`+- Change 2 ${link(2)}.`]);
  });
});

describe('the draft’s text around its entries', () => {
  const quiet: Facts = { pullRequests: [pull(1)], issues: [] };

  test('is replaced by entries if untouched', () => {
    const edited = series.draft(quiet).replace('Change 1', 'One');
    expect(rerun(edited, { ...quiet, issues: [issue(20, discussed)] })).toEqual([
      '-None in this period.',
      expect.stringMatching(/^\+<!-- editor: The most active issues/),
      `+- Problem 20 ${link(20, 'issues')} @deitch @justincormack.`,
      '+',
    ]);
  });

  test('stays if edited', () => {
    const edited = series.draft(quiet).replace('None in this period.', 'A quiet week.');
    expect(rerun(edited, { ...quiet, issues: [issue(20, discussed)] })).toEqual([
      `+- Problem 20 ${link(20, 'issues')} @deitch @justincormack.`,
      '+',
    ]);
  });

  test('is refreshed: the less active issues, the notice of an incomplete report', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => issue(index + 20, discussed));
    const before: Facts = { ...quiet, issues: many(11) };
    const after: Facts = {
      ...quiet,
      issues: many(11).map((one) => (one.number === 20 ? { ...one, title: 'Hm' } : one)),
      complete: false,
      warnings: [{ code: 'x', message: 'Something is missing.' }],
    };
    const edited = series.draft(before).replace('Change 1', 'One');
    const url = 'https://github.com/linuxkit/linuxkit/issues/20';
    const warning = ['+> **This report is incomplete.**', '+>', '+> - Something is missing.', '+'];
    expect(rerun(edited, after)).toEqual([...warning, `-- Problem 20 ${url}`, `+- Hm ${url}`]);
    const { text } = series.rerun(edited, after);
    expect(rerun(text, before)).toEqual([
      ...warning.map((one) => one.replace('+', '-')),
      `-- Hm ${url}`,
      `+- Problem 20 ${url}`,
    ]);
  });
});
