import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoWeekMonday, isoWeekOf } from '../../../src/period/calendar.ts';
import { periodValues } from '../../../src/placeholder/report-placeholders.ts';
import { commitMessage, pullRequestTitle } from '../../../src/publish/pull-request/words.ts';
import { hostileText } from '../../support/hostile.ts';
import { runs } from '../../support/runs.ts';

const report = {
  title: 'Development report for 8 May 2017',
  path: 'reports/2017-05-08.md',
  values: {
    ...periodValues({
      kind: 'week',
      start: '2017-05-01T00:00:00Z',
      end: '2017-05-08T00:00:00Z',
      timezone: 'UTC',
      date: '2017-05-08',
    }),
    ...{ number: 8, slug: 'development-report' },
  },
};
const signer = { name: 'Rolf <x> Neugebauer', email: 'rolf@example.com' };

describe('the title of a pull request', () => {
  test('has the placeholders filled in, once', () => {
    expect(pullRequestTitle('{title}', report)).toBe('Development report for 8 May 2017');
    expect(pullRequestTitle('{title} (#{number:3})', report)).toBe(
      'Development report for 8 May 2017 (#008)',
    );
    expect(pullRequestTitle('[{week}] {report} of {start}', report)).toBe(
      '[2017-W18] reports/2017-05-08.md of 2017-05-01',
    );
    expect(pullRequestTitle('{title}', { ...report, title: 'A {date}' })).toBe('A {date}');
  });

  test('is one visible line of at most 256 characters', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const text = pullRequestTitle('x {title}', { ...report, title });
        expect([...text].length).toBeLessThanOrEqual(256);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(text.trim()).toBe(text);
      }),
      runs(200),
    );
  });

  test('is never empty', () => {
    expect(() => pullRequestTitle('\u200b', report)).toThrow('pr-title gives an empty line');
    expect(() => pullRequestTitle('{titel}', report)).toThrow('placeholder {titel} in pr-title');
  });
});

describe('the message of a commit', () => {
  test('has words of its own', () => {
    expect(commitMessage(undefined, report, true, null)).toEqual({
      headline: 'Add reports/2017-05-08.md',
      body: '',
    });
    expect(commitMessage(undefined, report, false, signer)).toEqual({
      headline: 'Update reports/2017-05-08.md',
      body: 'Signed-off-by: Rolf x Neugebauer <rolf@example.com>',
    });
  });

  test('is signed off below what is there, once', () => {
    const bodyOf = (pattern: string) => commitMessage(pattern, report, true, signer).body;
    const line = 'Signed-off-by: Rolf x Neugebauer <rolf@example.com>';
    expect(bodyOf('Report\n\nOf {week}.\r\nWords.')).toBe(`Of 2017-W18.\nWords.\n\n${line}`);
    expect(bodyOf('Report\n\nWhy.\n\nRefs: 12')).toBe(`Why.\n\nRefs: 12\n${line}`);
    expect(bodyOf(`Report\n\n${line}`)).toBe(line);
  });

  test('has no characters that hide in it', () => {
    const { headline, body } = commitMessage('A\u202e{date}\n\nB\u0000 \u2066c', report, true, {
      name: 'x\nSigned-off-by: evil <e@e>',
      email: 'a@b>\n\ninjected',
    });
    expect(headline).toBe('A2017-05-08');
    expect(body.split('\n')).toEqual([
      'B c',
      '',
      'Signed-off-by: x Signed-off-by: evil e@e <a@b injected>',
    ]);
    expect(() => commitMessage('\u200b', report, true, null)).toThrow('commit-message');
  });
});

test('the ISO week of a day is the one that has it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2050 }),
      fc.integer({ min: 1, max: 53 }),
      fc.nat(6),
      (year, week, days) => {
        const monday = isoWeekMonday(year, week);
        if (!monday) return;
        const date = monday.add(days, 'day').format('YYYY-MM-DD');
        expect(isoWeekOf(date)).toBe(`${year}-W${String(week).padStart(2, '0')}`);
      },
    ),
    runs(300),
  );
});
