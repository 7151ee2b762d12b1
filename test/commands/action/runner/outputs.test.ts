import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActionOutputs,
  outputNames,
} from '../../../../src/commands/action/inputs/output-schema.ts';
import { assignment, writeOutputs } from '../../../../src/commands/action/runner/outputs.ts';
import { Secrets } from '../../../../src/commands/action/runner/secrets.ts';
import { UsageError } from '../../../../src/errors.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { foreignText } from '../../../support/foreign-lines.ts';
import { outputsIn } from '../../../support/runner.ts';
import { runs } from '../../../support/runs.ts';

const outputs: ActionOutputs = {
  operation: 'updated',
  changed: true,
  complete: false,
  'report-path': 'reports/2017-05-08.md',
  'report-date': '2017-05-08',
  'period-start': '2017-05-01T00:00:00Z',
  'period-end': '2017-05-08T00:00:00Z',
  'pull-request-number': 12,
  'pull-request-url': 'https://github.com/acme/widgets/pull/12',
  branch: 'devreport/2017-05-08',
  'head-sha': 'f'.repeat(40),
  merged: 18,
  'active-issues': 11,
  contributors: 16,
  newcomers: null,
  added: ['acme/widgets#7', 'acme/widgets#8'],
  kept: [],
  deleted: ['acme/widgets#9'],
  errors: 0,
  warnings: 3,
  'snapshot-path': null,
  site: 'site',
  points: 42,
};

async function written(values: ActionOutputs, secrets: string[] = []): Promise<string> {
  const file = join(await temporaryFolder(), 'output');
  writeFileSync(file, '');
  let calls = 0;
  const random = () => `uuid-${(calls += 1)}`;
  writeOutputs(values, new Secrets(secrets), { GITHUB_OUTPUT: file }, random);
  return readFileSync(file, 'utf8');
}

describe('outputs', () => {
  test('are what the runner reads', async () => {
    const text = await written(outputs);
    expect(text.split('\n').slice(0, 6)).toEqual([
      'operation<<ghadelimiter_uuid-1',
      'updated',
      'ghadelimiter_uuid-1',
      'changed<<ghadelimiter_uuid-2',
      'true',
      'ghadelimiter_uuid-2',
    ]);
    const read = outputsIn(text);
    expect(read.map(([name]) => name)).toEqual(outputNames);
    expect(Object.fromEntries(read)).toMatchObject({
      'pull-request-number': '12',
      newcomers: '',
      added: '["acme/widgets#7","acme/widgets#8"]',
      kept: '[]',
      errors: '0',
    });
  });

  test('have no tokens in them', async () => {
    const branch = 'devreport/ghs_secret';
    const read = new Map(outputsIn(await written({ ...outputs, branch }, ['ghs_secret'])));
    expect(read.get('branch')).toBe('devreport/***');
  });

  test('are written by no run outside a workflow', () => {
    expect(() =>
      writeOutputs(outputs, new Secrets([]), { GITHUB_OUTPUT: '' }, () => 'x'),
    ).not.toThrow();
  });

  test('need a file that can be written', async () => {
    const file = join(await temporaryFolder(), 'missing', 'output');
    const write = () => writeOutputs(outputs, new Secrets([]), { GITHUB_OUTPUT: file }, () => 'x');
    expect(write).toThrow(UsageError);
    expect(write).toThrow('Cannot write to the file of GITHUB_OUTPUT (ENOENT).');
  });
});

describe('a value', () => {
  test('never adds or changes another output', () => {
    fc.assert(
      fc.property(fc.array(foreignText, { maxLength: 5 }), (values) => {
        const text = values
          .map((value, index) => assignment(`output-${index}`, value, `uuid-${index}`))
          .join('');
        expect(outputsIn(text)).toEqual(values.map((value, index) => [`output-${index}`, value]));
      }),
      runs(1_000),
    );
  });

  test('with its own delimiter is refused', () => {
    expect(() => assignment('branch', 'a\nghadelimiter_x\nevil=1', 'x')).toThrow('delimiter');
    expect(() => assignment('ghadelimiter_x', 'a', 'x')).toThrow('delimiter');
  });
});
