import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../../../src/commands/action/inputs/action-inputs.ts';
import { inputDefault, inputNames } from '../../../../src/commands/action/inputs/input-schema.ts';
import { outputNames } from '../../../../src/commands/action/inputs/output-schema.ts';
import { root } from '../../../docs/documents.ts';

interface ActionFile {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

const action = parse(await readFile(join(root, 'action.yml'), 'utf8')) as ActionFile;

test('action.yml has the inputs and outputs of the code, with their defaults', () => {
  expect(Object.keys(action.inputs)).toEqual(inputNames);
  expect(Object.keys(action.outputs)).toEqual(outputNames);
  const { token, ...others } = action.inputs;
  expect(token?.default).toBe('${{ github.token }}');
  for (const [name, { default: value }] of Object.entries(others))
    expect(value, name).toBe(inputDefault(name as (typeof inputNames)[number]));
  for (const { description } of Object.values({ ...action.inputs, ...action.outputs }))
    expect(description).toMatch(/^[A-Z`].*\.$/);
});

test('the defaults of action.yml are the values without it', () => {
  const variables = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  expect(readInputs(Object.fromEntries(variables) as Record<string, string>)).toEqual({
    ...readInputs({}),
    token: '${{ github.token }}',
  });
});

test('action.yml runs what the build makes', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
});
