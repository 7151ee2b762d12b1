import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionReference } from '../../../src/commands/init/action-reference.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';

const usual = '.github/workflows/devreport.yml';

/** A checkout with nothing but the files. */
async function checkout(files: Record<string, string> = {}): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function schedule(config: string): Promise<unknown> {
  const folder = await checkout({ 'devreport.yml': config });
  const { stdout, stderr } = await devreport(folder, ['init', '--action', '-o', '-']);
  expect(stderr).toBe('');
  return (parse(stdout) as { on: { schedule: unknown } }).on.schedule;
}

describe('init --action', () => {
  test('writes the workflow at the root of the checkout, and what to do next', async () => {
    const folder = await checkout();
    await mkdir(join(folder, 'deep/down'), { recursive: true });
    const { code, stdout, stderr } = await devreport(join(folder, 'deep/down'), [
      'init',
      '--action',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      `Wrote ../../${usual}. Next:`,
      '1. Replace OWNER in it by the account whose devreport you use.',
      '2. Commit it to the default branch.',
      '3. Turn on “Allow GitHub Actions to create and approve pull requests” under Settings › Actions › General.',
      '4. Run it once by hand: Actions › Weekly report › Run workflow.',
      '',
    ]);
    const printed = await devreport(folder, ['init', '--action', '-o', '-']);
    expect(await readFile(join(folder, usual), 'utf8')).toBe(printed.stdout);
    expect(printed.stderr).toBe('');
  });

  test.each([usual, usual.replace('.yml', '.yaml')])(
    'never writes over or beside %s',
    async (at) => {
      const folder = await checkout({ [at]: 'mine' });
      const { code, stderr } = await devreport(folder, ['init', '--action']);
      expect(code).toBe(2);
      expect(stderr).toBe(
        `devreport: Workflow ${at} already exists.\n` +
          'Look at a proposal with devreport init --action -o -, or write it elsewhere with -o FILE.\n',
      );
      expect(await readFile(join(folder, at), 'utf8')).toBe('mine');
      expect(await readdir(join(folder, '.github/workflows'))).toHaveLength(1);
    },
  );

  test('-o names another file, but not one that exists', async () => {
    const folder = await checkout({ 'mine.yml': '' });
    expect((await devreport(folder, ['init', '--action', '-o', 'other/report.yml'])).code).toBe(0);
    expect(await readFile(join(folder, 'other/report.yml'), 'utf8')).toContain('/devreport@v1\n');
    const { code, stderr } = await devreport(folder, ['init', '--action', '-o', 'mine.yml']);
    expect(code).toBe(2);
    expect(stderr).toContain('Workflow mine.yml already exists.');
  });

  test.each(['--reports', '--config'])('%s has no meaning with it', async (option) => {
    const folder = await checkout();
    const { code, stderr } = await devreport(folder, ['init', '--action', option, 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain(`option '--action' cannot be used with option '${option} `);
  });

  test('an invalid config is an error with its line, and nothing is written', async () => {
    const folder = await checkout({ 'devreport.yml': 'timezone: Nowhere\n' });
    const { code, stderr } = await devreport(folder, ['init', '--action']);
    expect(code).toBe(2);
    expect(stderr).toContain('devreport.yml:1');
    expect(await readdir(folder)).toEqual(['.git', 'devreport.yml']);
  });
});

describe('the schedule is the morning after the week', () => {
  test.each([
    ['', { cron: '17 5 * * 1' }],
    ['weekStart: sunday', { cron: '17 5 * * 0' }],
    ['timezone: utc', { cron: '17 5 * * 1' }],
    ['timezone: America/Los_Angeles', { cron: '17 5 * * 1', timezone: 'America/Los_Angeles' }],
    ['timezone: asia/tokyo\nweekStart: saturday', { cron: '17 5 * * 6', timezone: 'Asia/Tokyo' }],
  ])('%j', async (config, expected) => {
    expect(await schedule(config)).toEqual([expected]);
  });
});

describe('the Action is that of the package', () => {
  test.each([
    [{ version: '1.2.3', repository: 'acme/devreport' }, 'acme/devreport@v1'],
    [{ version: '2.0.0', repository: 'github:acme/devreport' }, 'acme/devreport@v2'],
    [
      { version: '1.2.3', repository: { url: 'git+https://github.com/acme/devreport.git' } },
      'acme/devreport@v1',
    ],
    [{ version: '10.0.0-rc.1' }, 'OWNER/devreport@v10'],
    [{ version: '0.9.1', repository: 'https://example.com/acme/devreport' }, 'OWNER/devreport@v1'],
  ])('%j', (about, expected) => {
    expect(actionReference(about)).toBe(expected);
  });
});
