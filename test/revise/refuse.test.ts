import { describe, expect, test } from 'vitest';
import { type PeriodRequest, resolvePeriod } from '../../src/period/resolve.ts';
import { periodOptions } from '../../src/revise/period-options.ts';
import { tuesday, series, draft } from './tuesday-to-friday.ts';

describe('a report that cannot be revised', () => {
  const failure = (edited: string, facts = tuesday): unknown => {
    try {
      return series.rerun(edited, facts);
    } catch (error) {
      return error;
    }
  };

  test.each([
    ['without a record', '# A report\n', 'report-without-record'],
    [
      'with a record in a code block only',
      `\`\`\`\n${draft.slice(draft.indexOf('<!-- devreport'))}\`\`\`\n`,
      'report-without-record',
    ],
    [
      'with a record that is not JSON',
      draft.replace('"version"', 'version'),
      'report-record-damaged',
    ],
    [
      'with a record of another shape',
      draft.replace('"items"', '"things"'),
      'report-record-damaged',
    ],
    [
      'with a record of a later version',
      draft.replace('"version": 1', '"version": 5').replace('"items"', '"things"'),
      'report-record-newer',
    ],
    ['with a record that has lost its end', draft.replace(/-->\n$/, ''), 'report-record-damaged'],
    ['with two records', `${draft}\n${draft}`, 'report-record-damaged'],
    [
      'with its record in a quote',
      draft.replace(/<!-- devreport[^]*/, (record) => record.replace(/^/gm, '> ')),
      'report-record-damaged',
    ],
    [
      'of another period',
      draft.replace('2017-05-08T00:00:00Z', '2017-05-09T00:00:00Z'),
      'report-other-period',
    ],
    [
      'with a record of a period that is none',
      draft.replace('"UTC"', '"Nowhere"'),
      'report-record-damaged',
    ],
    ['with a merge conflict', draft.replace('- Change 2', '<<<<<<< HEAD\n- 2'), 'report-conflict'],
  ])('%s', (_, text, code) => {
    expect(failure(text)).toMatchObject({ code, hint: expect.any(String) as string });
    expect(failure(text)).toMatchObject({
      message: expect.stringContaining('reports/2017-05-08.md') as string,
    });
  });

  test('names the line of a conflict, also of one in the record', () => {
    const conflict = '\n<<<<<<< HEAD\n=======\n>>>>>>> other\n';
    const text = draft.replace('"sections"', `${conflict}"sections"`);
    const line = text.slice(0, text.indexOf('<<<<<<<')).split('\n').length;
    expect(failure(text)).toHaveProperty(
      'message',
      `reports/2017-05-08.md:${line}: unresolved merge conflict. Nothing was changed.`,
    );
  });

  test('names the item whose part of the record was edited', () => {
    const text = draft.replace(/("linuxkit\/linuxkit#2": \[").{16}/, '$1x');
    expect(failure(text)).toMatchObject({
      message: expect.stringContaining(
        'damaged: its part about linuxkit/linuxkit#2 was edited.',
      ) as string,
    });
  });

  test('names the days of the report', () => {
    const text = draft.replace('-01T00:00', '-02T00:00').replace('2017-05-08T00', '2017-05-09T00');
    expect(failure(text)).toMatchObject({
      message:
        'reports/2017-05-08.md covers 2017-05-02 to 2017-05-08 (UTC), not 2017-05-01 to 2017-05-07 (UTC).',
      hint: 'Use --since 2017-05-02 --until 2017-05-08, or write to another file with -o.',
    });
  });

  const settings = { timezone: 'UTC', weekStart: 'monday' } as const;

  test.each<[string, PeriodRequest]>([
    ['--week 2017-W17', { week: '2017-W17' }],
    ['--week 2017-05-01', { week: '2017-05-01' }],
    ['--week 2017-05-03', { week: '2017-05-03' }],
    ['--week 2017-W01', { week: '2017-W01' }],
    ['--week 2015-W53', { week: '2015-W53' }],
    ['--month 2017-04', { month: '2017-04' }],
    ['--since 2017-04-25 --until 2017-05-01', { since: '2017-04-25', until: '2017-05-01' }],
    [
      '--since 2017-04-25T09:00:00Z --until 2017-05-01T12:00:00Z',
      { since: '2017-04-25T09:00:00Z', until: '2017-05-01T12:00:00Z' },
    ],
  ])('names %s, which gives the period and the file of the report', (options, request) => {
    const { date, start, end, timezone } = resolvePeriod(request, settings, '2026-01-01T00:00:00Z');
    const path = `reports/${date}.md`;
    expect(periodOptions(path, { start, end, timezone }, 'monday')).toBe(options);
  });

  test('names the file, too, where no option gives its date', () => {
    const { start, end, timezone } = resolvePeriod(
      { month: '2017-04' },
      settings,
      '2026-01-01T00:00:00Z',
    );
    expect(periodOptions('reports/2017-05-20.md', { start, end, timezone }, 'monday')).toBe(
      '--month 2017-04 -o reports/2017-05-20.md',
    );
    expect(periodOptions('april.md', { start, end, timezone }, 'monday')).toBe('--month 2017-04');
  });

  test('takes the first day of the week from the config', () => {
    const [start, end, timezone] = ['2017-04-30T00:00:00Z', '2017-05-07T00:00:00Z', 'UTC'];
    const path = 'reports/2017-05-08.md';
    expect(periodOptions(path, { start, end, timezone }, 'sunday')).toBe('--week 2017-05-08');
    expect(periodOptions(path, { start, end, timezone }, 'monday')).toBe(
      '--since 2017-04-30 --until 2017-05-06 -o reports/2017-05-08.md',
    );
  });
});
