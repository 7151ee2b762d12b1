import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { devreport } from '../../support/run.ts';
import { keys, Typist } from '../../support/typist.ts';
import { checkout, variables } from './checkout.ts';

const { down, end, enter, interrupt, erase, up } = keys;

async function asked(...answers: [question: string, ...keys: string[]][]) {
  const folder = await checkout();
  const typist = new Typist(answers);
  const { code } = await devreport(folder, ['init'], { variables, ...typist.environment });
  expect(typist.unasked).toEqual([]);
  const path = join(folder, 'devreport.yml');
  const titles = async () =>
    parseYamlConfig(await readFile(path, 'utf8'), path).sections.map(({ title }) => title);
  return { code, shown: typist.shown, path, titles };
}

describe('on a terminal, init', () => {
  test('shows last month under the proposed sections, and writes them', async () => {
    const { code, shown, titles } = await asked(['Write these sections?', enter]);
    expect(code).toBe(0);
    expect(shown).toMatch(
      /The last month, \d+ changes, in these sections:\n {2}Kernel: \d+\n {4}Change \d+/,
    );
    expect(await titles()).toEqual(['Kernel', 'Packages', 'Commands', 'Other']);
  });

  test('renames, moves, merges and drops sections, and shows what that would be', async () => {
    const { code, titles, shown } = await asked(
      ['Write these sections?', down, enter],
      ['Rename which one?', enter],
      ['Its title', ...Array.from('Kernel', () => erase), 'Core', enter],
      ['Write these sections?', down, down, enter],
      ['Move which one?', enter],
      ['Above which one?', down, down, down, enter],
      ['Write these sections?', down, down, down, enter],
      ['Merge which one?', enter],
      ['Into which one?', enter],
      ['Write these sections?', down, down, down, down, enter],
      ['Drop which one?', enter],
      ['Write these sections?', enter],
    );
    expect(code).toBe(0);
    expect(shown.match(/The last month/g)).toHaveLength(5);
    expect(await titles()).toEqual(['Other', 'Core']);
  });

  test('refuses a title that another section has', async () => {
    const { shown, titles } = await asked(
      ['Write these sections?', down, enter],
      ['Rename which one?', enter],
      ['Its title', ...Array.from('Kernel', () => erase), 'Other', enter, 's', enter],
      ['Write these sections?', enter],
    );
    expect(shown).toContain('Another section has this title. Merge them instead.');
    expect(await titles()).toContain('Others');
  });

  test('is readable on a terminal that does not know its width', async () => {
    const folder = await checkout();
    const typist = new Typist([['Write these sections?', enter]]);
    const { stderr, ...others } = typist.environment;
    const environment = { variables, ...others, stderr: { ...stderr, columns: 0 } };
    expect((await devreport(folder, ['init'], environment)).code).toBe(0);
    expect(typist.shown).toContain('Yes, write them');
  });

  test('goes back to the sections when none is to be changed after all', async () => {
    const { titles } = await asked(
      ['Write these sections?', down, enter],
      ['Rename which one?', up, enter],
      ['Write these sections?', enter],
    );
    expect(await titles()).toEqual(['Kernel', 'Packages', 'Commands', 'Other']);
  });

  test.each([
    ['Ctrl-C', interrupt],
    ['Ctrl-D', end],
  ])('writes nothing when somebody leaves by %s', async (_, key) => {
    const { code, shown, path } = await asked(['Write these sections?', key]);
    expect(code).toBe(1);
    expect(shown).toContain('Nothing was written.\n');
    await expect(access(path)).rejects.toThrow();
  });

  test('asks nothing with --yes, nor for stdout', async () => {
    const folder = await checkout();
    const typist = new Typist([]);
    const environment = { variables, ...typist.environment };
    expect((await devreport(folder, ['init', '-o', '-'], environment)).code).toBe(0);
    expect((await devreport(folder, ['init', '--yes'], environment)).code).toBe(0);
    expect(typist.shown).not.toContain('Write these sections?');
    await access(join(folder, 'devreport.yml'));
  });
});
