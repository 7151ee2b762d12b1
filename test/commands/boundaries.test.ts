import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';

const sample = ['--source', 'sample', '--week', '2017-05-08'];

/** A clone with some files, beside a folder `home` that has a secret. */
async function clone(files: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  const root = join(folder, 'clone');
  for (const name of ['home', 'clone/.git', 'clone/reports']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'home/secret'), '# SECRET\n');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const link = (target: string, name: string) => {
    symlinkSync(target, join(root, name));
  };
  return { root, home: join(folder, 'home'), link };
}

/** The command must fail with a usage error, show nothing of the secret, and write nothing outside. */
async function refused(root: string, home: string, argv: readonly string[]): Promise<string> {
  const before = readdirSync(home);
  const { code, stdout, stderr } = await devreport(root, argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toContain('SECRET');
  expect(readdirSync(home)).toEqual(before);
  expect(readFileSync(join(home, 'secret'), 'utf8')).toBe('# SECRET\n');
  return stderr;
}

describe('what a clone names stays inside of it', () => {
  test('the report is not written through a link', async () => {
    const { root, home, link } = await clone();
    link('../../home/profile', 'reports/2017-05-08.md');
    const stderr = await refused(root, home, sample);
    expect(stderr).toContain('reports/2017-05-08.md leads outside of');
    expect(stderr).toContain(join(home, 'profile'));
    // Whoever trusts the file can name it.
    const named = await devreport(root, [...sample, '-o', join(home, 'profile')]);
    expect(named.code, named.stderr).toBe(0);
    expect(existsSync(join(home, 'profile'))).toBe(true);
  });

  test.each([[[]], [['-o', 'out/2017-05-08.md']], [['--format', 'json', '-o', 'out/week.json']]])(
    'the folder of reports is no link out: %j',
    async (more) => {
      const { root, home, link } = await clone();
      link('../home', 'out');
      execFileSync('rm', ['-r', join(root, 'reports')]);
      link('../home', 'reports');
      await refused(root, home, [...sample, ...more]);
    },
  );

  test('nor does it lead to another repository', async () => {
    const { root, home, link } = await clone();
    mkdirSync(join(home, '.git'));
    execFileSync('rm', ['-r', join(root, 'reports')]);
    link('../home', 'reports');
    await refused(root, home, sample);
    await refused(root, home, [...sample, '-o', 'reports/report.md']);
  });

  test('nor into the git directory', async () => {
    const { root, home, link } = await clone();
    link('../.git/config', 'reports/2017-05-08.md');
    expect(await refused(root, home, sample)).toContain('leads into a git directory');
    expect(readdirSync(join(root, '.git'))).toEqual([]);
  });

  test('nor into a git directory of another name', async () => {
    const { root, home, link } = await clone({
      'meta/config': 'SECRET',
      'devreport.yml': 'template: meta/config\n',
    });
    rmSync(join(root, '.git'), { recursive: true });
    writeFileSync(join(root, '.git'), 'gitdir: meta\n');
    expect(await refused(root, home, sample)).toContain('leads into a git directory');
    rmSync(join(root, 'devreport.yml'));
    rmSync(join(root, 'reports'), { recursive: true });
    link('meta', 'reports');
    expect(await refused(root, home, sample)).toContain('leads into a git directory');
  });

  test.each(['/etc/passwd', '../home/secret', '.git/config', 'linked.hbs'])(
    'a template of the config: %s',
    async (template) => {
      const { root, home, link } = await clone({ 'devreport.yml': `template: ${template}\n` });
      writeFileSync(join(root, '.git/config'), 'SECRET');
      link('../home/secret', 'linked.hbs');
      const stderr = await refused(root, home, [...sample, '-o', '-']);
      expect(stderr).toMatch(/leads (?:outside of|into a git directory)/);
      expect(await refused(root, home, ['explain', '#1758', ...sample])).toContain('leads');
    },
  );

  test('a partial of a template', async () => {
    const { root, home, link } = await clone({
      'devreport.yml': 'template: own/own.hbs\n',
      'own/own.hbs': '{{> stolen}}',
      'own/partials/.keep': '',
    });
    link('../../../home/secret', 'own/partials/stolen.hbs');
    await refused(root, home, [...sample, '-o', '-']);
  });

  test('the config itself, and files that init reads', async () => {
    const { root, home, link } = await clone({ '.github/CODEOWNERS': '' });
    link('../../home/secret', '.github/labeler.yml');
    await refused(root, home, ['init', '-o', '-']);
    link('../home/secret', 'devreport.yml');
    await refused(root, home, sample);
  });

  test('earlier reports', async () => {
    const { root, home, link } = await clone();
    link('../../home/secret', 'reports/2017-05-01.md');
    await refused(root, home, [...sample, '-o', '-']);
    await refused(root, home, ['init', '-o', '-']);
  });

  test('a report to check', async () => {
    const { root, home, link } = await clone();
    link('../../home/secret', 'reports/2017-05-08.md');
    await refused(root, home, ['check', 'reports/2017-05-08.md', '--offline']);
  });
});

test('a report cannot ask what there is outside, nor what never ends', async () => {
  const { root, link } = await clone({
    'reports/2017-05-08.md':
      '# A\n\n- [a](home/secret), [b](pipe.md#c), [c](zero.md#d), [d](../../home)\n',
  });
  link('../../home', 'reports/home');
  link('/dev/zero', 'reports/zero.md');
  execFileSync('mkfifo', [join(root, 'reports/pipe.md')]);
  const { code, stdout } = await devreport(root, ['check', 'reports/2017-05-08.md', '--offline']);
  expect(code).toBe(1);
  expect(stdout).toContain('Missing file `reports/home/secret`');
  expect(stdout).toContain('Missing file `reports/zero.md`');
});
