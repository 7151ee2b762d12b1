import { lstat, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { files, pull, snapshot } from '../support/snapshot.ts';

const sample = ['--week', '2017-05-08', '--source', 'sample'];

describe('wrong usage is an error, with exit code 2 and nothing written', () => {
  test.each([
    [['--week', '2017-02-30'], 'is neither a date nor a week', '2017-W18'],
    [['--month', '2017-00'], 'is not a month', '2018-01'],
    [['--timezone', 'Mars/Base'], 'Unknown timezone "Mars/Base"', 'Europe/London'],
    [['--repo', 'linuxkit'], 'is not a repository name', 'owner/name'],
    [['--repo', 'a/b'], 'does not cover a/b', 'linuxkit/linuxkit, moby/tool, linuxkit/rtf'],
    [
      ['--week', '2018-01-01'],
      'The recorded sample covers 2017-05-01T00:00:00Z to',
      '--week 2017-05-08',
    ],
    [['--org', 'linuxkit'], '--org needs GitHub', '--source github'],
    [['--source', 'nope'], '"nope" is neither a source nor a file', 'auto, github, git, sample'],
    [['--template', 'nope'], 'Template "nope" not found', 'weekly'],
    [['--config', 'nope.yml'], 'Config nope.yml not found', '--config'],
    [['--format', 'pdf'], "argument 'pdf' is invalid", 'markdown, html, json, snapshot'],
    [['--bogus'], "unknown option '--bogus'", '--help'],
    [['drafd'], 'Unknown command "drafd"', 'draft, explain'],
  ])('%j', async (argv, message, hint) => {
    const folder = await temporaryFolder();
    const options = argv[0]?.startsWith('--')
      ? [...argv, ...(argv[0] === '--source' ? [] : ['--source', 'sample'])]
      : argv;
    const { code, stdout, stderr } = await devreport(folder, options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a config error names file and line', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'devreport.yml'), 'timezone: UTC\nsecions: []\n');
    const { code, stderr } = await devreport(folder, sample);
    expect(code).toBe(2);
    expect(stderr).toContain('devreport.yml:2: secions: unknown option "secions"');
  });

  test.each([
    ['{', 'is not a devreport snapshot'],
    ['{"schemaVersion":99}', 'a snapshot of version 99'],
    ['{"schemaVersion":1}', 'period'],
    [
      serialiseSnapshot(snapshot({ pullRequests: [pull(1, { files: files('a') })] })).replace(
        '"additions":1',
        '"additions":-1',
      ),
      'pullRequests.0.files.0.additions',
    ],
  ])('a damaged snapshot: %.20s', async (text, message) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'week.json'), text);
    const { code, stderr } = await devreport(folder, ['--source', 'week.json']);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a report that is not UTF-8 is unchanged', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, [...sample, '-o', 'x.md']);
    const bytes = Buffer.concat([
      Buffer.from('Caf\xe9\n\n', 'latin1'),
      await readFile(join(folder, 'x.md')),
    ]);
    await writeFile(join(folder, 'x.md'), bytes);
    const { code, stderr } = await devreport(folder, [...sample, '-o', 'x.md']);
    expect(code).toBe(2);
    expect(stderr).toContain('is not valid UTF-8');
    expect((await readFile(join(folder, 'x.md'))).equals(bytes)).toBe(true);
  });

  test('JSON replaces only JSON; a link stays a link', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, [...sample, '-o', 'x.md']);
    const json = [...sample, '--format', 'json', '-o'];
    expect((await devreport(folder, [...json, 'x.md'])).code).toBe(2);
    expect(await readFile(join(folder, 'x.md'), 'utf8')).toContain('# Development report');
    await symlink('real.json', join(folder, 'link.json'));
    await writeFile(join(folder, 'real.json'), '');
    // Long enough ago that no editor is about to fill it.
    await utimes(join(folder, 'real.json'), 0, 0);
    expect((await devreport(folder, [...json, 'link.json'])).code).toBe(0);
    expect((await devreport(folder, [...json, 'link.json'])).code).toBe(0);
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.json'), 'utf8')).toContain('"schemaVersion"');
  });

  test('a folder in the place of the report', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'x.md'));
    const { code, stderr } = await devreport(folder, [...sample, '-o', 'x.md']);
    expect(code).toBe(2);
    expect(stderr).toContain('x.md is a folder, not a file.');
  });
});

describe('help', () => {
  test('goes to stdout, with the options of a draft, examples and exit codes', async () => {
    const { code, stdout, stderr } = await devreport(await temporaryFolder(), ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of [
      'explain [options] <item>',
      '--week <date|week>',
      'Examples:',
      'Exit codes:',
    ]) {
      expect(stdout).toContain(text);
    }
  });

  test('the version is the package’s', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    const folder = await temporaryFolder();
    expect(await devreport(folder, ['--version'])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
    expect((await devreport(folder, ['explain', '--help'])).stdout).toContain(
      'explain linuxkit/linuxkit#1764',
    );
  });
});
