import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FindingJson } from '../../../src/check/format/json.ts';
import { check } from '../../../src/commands/check/check.ts';
import { VisibleOutput } from '../../../src/commands/terminal/visible-output.ts';
import type { CheckCommandOptions } from '../../../src/commands/check/options.ts';
import { DevreportError } from '../../../src/errors.ts';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { withRecord } from '../../../src/report/draft/draft-record.ts';
import { exampleSnapshot } from '../../check/world.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { seedWeek } from '../../github/data/seed.ts';
import { startGitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { report } from '../../support/report.ts';
import type { Ran } from '../../support/run.ts';

const file = 'reports/2017-05-08.md';
const slip =
  '# Report\n\nSee [#1757](https://github.com/linuxkit/linuxkit/pull/1758), and @deitch].\n';

/** A folder with these files, as a repository. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function ran(
  cwd: string,
  files: readonly string[],
  options: Partial<CheckCommandOptions> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const code = await check(
    files,
    { repo: [], org: [], source: 'auto', format: 'text', ...options },
    {
      cwd,
      variables: { PATH: cwd, ...variables },
      now: '2026-01-05T09:00:00Z',
      stdout: new VisibleOutput({ write: (text) => (written.stdout += text) }),
      stderr: new VisibleOutput({ write: (text) => (written.stderr += text) }),
      signal: new AbortController().signal,
    },
  );
  return { code, ...written };
}

async function rulesIn(cwd: string, options: Partial<CheckCommandOptions> = {}): Promise<string[]> {
  const { stdout } = await ran(cwd, [file], { ...options, format: 'json' });
  return (JSON.parse(stdout) as FindingJson[]).map(({ rule }) => rule);
}

describe('exit codes', () => {
  test('0 without findings, or with only those allowed', async () => {
    const cwd = await folderOf({ [file]: 'See #1318.\n', 'fine.md': 'Text\n' });
    expect((await ran(cwd, ['fine.md'], { offline: true })).code).toBe(0);
    expect((await ran(cwd, [file], { offline: true })).code).toBe(0);
    expect((await ran(cwd, [file], { offline: true, maxWarnings: '1' })).code).toBe(0);
  });

  test('1 with an error, or with more warnings than allowed', async () => {
    const cwd = await folderOf({ [file]: slip, 'warning.md': 'See #1318.\n' });
    expect((await ran(cwd, [file], { offline: true })).code).toBe(1);
    expect((await ran(cwd, ['warning.md'], { offline: true, maxWarnings: '0' })).code).toBe(1);
  });

  test('count findings as text shows them, in every format', async () => {
    const cwd = await folderOf({ [file]: 'See #1318, #1319 and #1320.\n' });
    for (const format of ['text', 'json', 'github'] as const) {
      const options = { offline: true, format };
      expect((await ran(cwd, [file], { ...options, maxWarnings: '1' })).code).toBe(0);
      expect((await ran(cwd, [file], { ...options, maxWarnings: '0' })).code).toBe(1);
    }
    expect(await rulesIn(cwd, { offline: true })).toHaveLength(3);
  });

  test('errors for unreadable files and invalid options', async () => {
    const cwd = await folderOf({ [file]: slip });
    const codeOf = async (files: string[], options: Partial<CheckCommandOptions>) =>
      ran(cwd, files, options).catch((error: unknown) =>
        error instanceof DevreportError ? error.code : error,
      );
    expect(await codeOf([file, 'missing.md'], { offline: true })).toBe('report-missing');
    await expect(ran(cwd, ['missing.md'])).rejects.toThrow('missing.md not found.');
    await writeFile(join(cwd, 'picture.md'), Buffer.from([0x89, 0, 1]));
    expect(await codeOf(['picture.md'], {})).toBe('file-unreadable');
    await expect(ran(cwd, ['reports'])).rejects.toThrow('reports is a folder, not a file.');
    expect(await codeOf([file], { maxWarnings: 'none' })).toBe('usage');
    expect(await codeOf([file], { source: 'missing.json' })).toBe('source-unknown');
    expect(await codeOf([file], { source: 'github', repo: ['a/b'] })).toBe('token-missing');
  });
});

describe('facts', () => {
  test('come from the named snapshot', async () => {
    const facts = serialiseSnapshot(exampleSnapshot());
    const cwd = await folderOf({ [file]: slip, 'week.json': facts });
    expect(await rulesIn(cwd, { source: 'week.json' })).toEqual([
      'merged-without-entry',
      'merged-without-entry',
      'link-target',
      'unbalanced-brackets',
    ]);
  });

  test('of the recorded week are for the report of that week alone', async () => {
    const cwd = await folderOf({ [file]: slip, 'reports/2017-05-15.md': slip });
    const { stderr, stdout } = await ran(cwd, [file, 'reports/2017-05-15.md'], {
      source: 'sample',
    });
    expect(stderr).toBe(
      'Checking reports/2017-05-15.md without facts: the available facts are of another period.\n',
    );
    expect(stdout.match(/merged-without-entry/g)).toHaveLength(1);
  });

  test.each([
    ['notes.md', '# Development report for 2018-01-01'],
    [file, '# Development report for 15 May 2017'],
    ['notes.md', '# Report for 2018-01-01 to 2018-01-31'],
  ])('of another period are not used for %s with the title “%s”', async (name, title) => {
    const cwd = await folderOf({ [name]: slip.replace('# Report', title) });
    const { stderr } = await ran(cwd, [name], { source: 'sample' });
    expect(stderr).toBe(
      `Checking ${name} without facts: the available facts are of another period.\n`,
    );
  });

  test('are used for a report whose title names their period', async () => {
    const text = slip.replace('# Report', '# Development report for 8 May 2017');
    const cwd = await folderOf({ 'notes.md': text });
    expect((await ran(cwd, ['notes.md'], { source: 'sample' })).stderr).toBe('');
  });

  test.each([
    [{ offline: true }, '--offline.'],
    [{}, 'No GitHub token found.'],
  ])('may be missing, with a note on stderr: %o', async (options, why) => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'reports'));
    await writeFile(join(cwd, file), slip);
    const { code, stderr } = await ran(cwd, [file], options);
    expect(code).toBe(1);
    expect(stderr).toContain(`Checking ${file} without facts: ${why}`);
  });

  test('that are missing for several reports are named once', async () => {
    const cwd = await folderOf({ [file]: slip, 'reports/2017-05-15.md': slip });
    const { stderr } = await ran(cwd, [file, 'reports/2017-05-15.md'], { offline: true });
    expect(stderr).toBe(`Checking ${file} and 1 more without facts: --offline.\n`);
  });

  test.each([
    ['its record', (draft: string) => draft.replace('# ', '# The ')],
    ['its links', (draft: string) => draft.replace(/<!-- devreport record[^]*/, '')],
  ])('are those of the repository named by %s', async (_, edit) => {
    const github = await startGitHub({ data: dataSet(seedWeek()), now: '2017-05-09T00:00:00Z' });
    onTestFinished(() => github.close());
    const snapshot = exampleSnapshot();
    const cwd = await folderOf({ [file]: edit(withRecord(await report(snapshot), snapshot)) });
    const variables = {
      GITHUB_TOKEN: github.token,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_SERVER_URL: 'https://github.com',
    };
    const { stdout, stderr } = await ran(cwd, [file], { cache: false }, variables);
    expect(stderr).not.toContain('without facts');
    expect(stdout).toMatch(/\d+ pull requests merged in the period have no entry/);
  });

  test('are not collected for a report without a period', async () => {
    const cwd = await folderOf({ 'notes.md': slip });
    expect((await ran(cwd, ['notes.md'])).stderr).toBe(
      'Checking notes.md without facts: no period in its record, title or name.\n',
    );
  });
});

describe('the surroundings of a report', () => {
  test('are the repository that contains it, from any working directory', async () => {
    const text = '[here](../docs/a.md#b) [there](../docs/gone.md) [root](docs/a.md)\n';
    const cwd = await folderOf({ [file]: text, 'docs/a.md': '## B\n' });
    const { stdout } = await ran(join(cwd, 'reports'), ['2017-05-08.md'], { offline: true });
    expect(stdout).toContain('Missing file `docs/gone.md`');
    expect(stdout).toContain('Missing file `reports/docs/a.md`; did you mean `../docs/a.md`?');
    expect(stdout).toContain('2 errors');
  });

  test('are the reports before and after it', async () => {
    const snapshot = exampleSnapshot();
    const draft = withRecord(await report(snapshot), snapshot);
    const earlier = draft
      .replace('"2017-05-08T00:00:00Z"', '"2017-05-02T00:00:00Z"')
      .replace('"2017-05-01T00:00:00Z"', '"2017-04-24T00:00:00Z"');
    const cwd = await folderOf({
      [file]: draft,
      'reports/2017-04-24.md': 'No record.\n',
      'reports/2017-05-01.md': earlier,
      'reports/2017-05-15.md': '<!-- devreport record\n{"version": 2',
    });
    const { stdout } = await ran(cwd, [file], { offline: true });
    expect(stdout).toContain('`2017-05-01.md` and this report overlap');
    expect(stdout).not.toContain('2017-05-15.md');
  });
});

test('an entry of an earlier report is found again, in its own series', async () => {
  const entry = (number: number) =>
    `## PRs merged\n\n- Words [#${number}](https://github.com/linuxkit/linuxkit/pull/${number})\n`;
  const cwd = await folderOf({
    [file]: entry(1757),
    'reports/2017-04-24.md': entry(1757),
    'reports/2017-05-01.md': entry(1758),
    'reports/2017-05-15.md': entry(1758),
  });
  const files = [file, 'reports/2017-05-01.md', 'reports/2017-05-15.md'];
  const { stdout } = await ran(cwd, files, { offline: true });
  expect(stdout.match(/`#\d+` has an entry in `[\w.-]+` already/g)).toEqual([
    '`#1757` has an entry in `2017-04-24.md` already',
    '`#1758` has an entry in `2017-05-01.md` already',
  ]);
});

describe('--fix', () => {
  test('writes the fixed report, and reports the remaining findings', async () => {
    const cwd = await folderOf({ [file]: slip });
    const { code, stdout, stderr } = await ran(cwd, [file], { offline: true, fix: true });
    expect(await readFile(join(cwd, file), 'utf8')).toBe(slip.replace('@deitch].', '@deitch.'));
    expect(stderr).toContain(`Fixed ${file}: 1 fixed, 1 left.`);
    expect(stdout).not.toContain('unbalanced-brackets');
    expect(code).toBe(1);
  });

  test('counts what is left as people read it', async () => {
    const comments = ['One', 'Two', 'Three'].map((what) => `<!-- editor: ${what} -->\n\n`).join('');
    const cwd = await folderOf({ [file]: `${comments}${slip}` });
    const { stdout, stderr } = await ran(cwd, [file], { offline: true, fix: true });
    const [, left = ''] = /1 fixed, (\d+) left/.exec(stderr) ?? [];
    expect(stdout).toContain('3 leftover comments');
    expect(stdout).toContain(`\n${left} messages`);
  });

  test('names the invisible characters that it removed', async () => {
    const cwd = await folderOf({ [file]: 'One\u200B, two\u202E and\u200B three.\n' });
    const { stderr } = await ran(cwd, [file], { offline: true, fix: true });
    expect(await readFile(join(cwd, file), 'utf8')).toBe('One, two and three.\n');
    expect(stderr).toContain(
      'Invisible characters removed: U+200B ZERO WIDTH SPACE (2 times), U+202E RIGHT-TO-LEFT OVERRIDE (1 time).',
    );
  });

  test('does not rewrite a file without fixes, or one that is not text', async () => {
    const cwd = await folderOf({ [file]: 'Text\n' });
    const path = join(cwd, file);
    const { ino } = await stat(path);
    await ran(cwd, [file], { offline: true, fix: true });
    expect((await stat(path)).ino).toBe(ino);

    const bytes = Buffer.from([...Buffer.from('By @deitch]. '), 0xff, 0x0a]);
    await writeFile(path, bytes);
    const { stderr } = await ran(cwd, [file], { offline: true, fix: true });
    expect(await readFile(path)).toEqual(bytes);
    expect(stderr).toContain('contains bytes that are not UTF-8');
  });
});

test('spelling accepts words from the facts', async () => {
  const snapshot = exampleSnapshot();
  const [first] = snapshot.pullRequests;
  if (first) first.labels = ['area/kernal'];
  const text = 'The kernal was updated, which was imrpoved.\n';
  const cwd = await folderOf({ [file]: text, 'week.json': serialiseSnapshot(snapshot) });
  const { stdout } = await ran(cwd, [file], { source: 'week.json' });
  expect(stdout).toContain('Unknown word `imrpoved`; did you mean `improved`?');
  expect(stdout).not.toContain('kernal');
});
