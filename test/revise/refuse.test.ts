import { describe, expect, test } from 'vitest';
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
      draft.replace('"version": 1', '"version": 3').replace('"items"', '"things"'),
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

  test('names the option for the period of the report', () => {
    const shifted = (start: string) =>
      failure(
        draft.replace('2017-05-01T00', `${start}T00`).replace('2017-05-08T00', '2017-05-09T00'),
      );
    expect(shifted('2017-05-02')).toMatchObject({
      message:
        'reports/2017-05-08.md covers 2017-05-02 to 2017-05-08 (UTC), not 2017-05-01 to 2017-05-07 (UTC).',
      hint: 'Use --week 2017-05-09, or write to another file with -o.',
    });
    expect(shifted('2017-05-01')).toMatchObject({
      hint: expect.stringContaining('Use --since 2017-05-01 --until 2017-05-08,') as string,
    });
  });
});
