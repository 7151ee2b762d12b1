import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportJson } from '../../../src/compose/report-json.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { startProxy } from '../../support/proxy.ts';
import { devreport } from '../../support/run.ts';
import { bare, clone, gitHub } from '../../support/sources.ts';

const when = ['--week', '2017-05-08'];
const json = ['--format', 'json', '-o', '-'];

describe('--source auto', () => {
  test('is GitHub with a token', async () => {
    const { github, variables } = await gitHub();
    const { code, stdout, stderr } = await devreport(
      await temporaryFolder(),
      [...when, ...json, '--repo', 'linuxkit/linuxkit'],
      { variables },
    );
    expect(code, stderr).toBe(0);
    const report = JSON.parse(stdout) as ReportJson;
    expect(report).toMatchObject({ complete: true, stats: { pullsMerged: 18 } });
    expect(stderr).toContain(`Facts from GitHub, ${github.log.requests.length} requests`);
  });

  test('is the current clone without a token, named by its origin', async () => {
    const folder = await clone();
    await mkdir(join(folder, 'deep/down'), { recursive: true });
    const { stdout, stderr } = await devreport(join(folder, 'deep/down'), [...when, ...json], {
      variables: await bare(),
    });
    expect(stderr).toContain('Facts from a local clone');
    const report = JSON.parse(stdout) as ReportJson;
    expect(report.repositories).toEqual(['linuxkit/linuxkit']);
    expect(report.merged.find(({ id }) => id === 'kernel')?.entries).toMatchObject([
      { refs: [{ number: 1769, kind: 'pull', state: 'merged' }], credits: ['ada'] },
    ]);
  });

  test('fails without either, and names the three alternatives', async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await devreport(folder, when, { variables: await bare() });
    expect(code).toBe(2);
    expect(stderr).toContain('No source of facts found.');
    expect(stderr).toMatch(/GitHub token.*local clone.*--source sample/);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('--source git', () => {
  test('notes in the draft what a clone does not know', async () => {
    const folder = await clone();
    const { stdout } = await devreport(
      '/',
      [...when, '--source', 'git', '--git-dir', folder, '-o', '-'],
      { variables: await bare() },
    );
    expect(stdout).toMatch(/<!-- editor: To know[^>]*A local clone holds no issues, labels/);
    expect(stdout).toContain(
      'kernel: Update [#1769](https://github.com/linuxkit/linuxkit/pull/1769) @ada',
    );
  });

  test('of another repository than the one asked for is an error that names both', async () => {
    const folder = await clone();
    const { code, stderr } = await devreport(folder, [...when, '--repo', 'acme/widgets'], {
      variables: await bare(),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/is of linuxkit\/linuxkit, not of acme\/widgets\.\n.*--git-dir/);
  });

  test('is not enough for two repositories: the error says what is', async () => {
    const argv = [...when, '--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];
    const { code, stderr } = await devreport(await clone(), argv, { variables: await bare() });
    expect(code).toBe(2);
    expect(stderr).toContain('No source has all of linuxkit/linuxkit, moby/tool.');
    expect(stderr).toMatch(/GitHub token.*or run once for each.*--repo owner\/name --git-dir PATH/);
  });

  test('checks the period and the template before it looks for a source', async () => {
    const variables = await bare();
    const errorOf = async (...argv: string[]) =>
      (await devreport(await temporaryFolder(), argv, { variables })).stderr;
    expect(await errorOf('--month', '2018-13')).toContain('"2018-13" is not a month.');
    expect(await errorOf('--timezone', 'Mars')).toContain('Unknown timezone "Mars".');
    expect(await errorOf('--template', 'nope')).toContain('Template "nope" not found.');
  });

  test('reports a missing clone before a missing repository', async () => {
    const { code, stderr } = await devreport(
      await temporaryFolder(),
      [...when, '--git-dir', '/nowhere/at/all', '-o', '-'],
      { variables: await bare() },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('Cannot read the directory /nowhere/at/all.');
  });

  test('reads one repository', async () => {
    const argv = [...when, '--source', 'git', '--repo', 'a/b', '--repo', 'c/d'];
    expect(await devreport(await clone(), argv, { variables: await bare() })).toMatchObject({
      code: 2,
      stdout: '',
    });
  });

  test('fails outside of a clone, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await devreport(
      folder,
      [...when, '--source', 'git', '--repo', 'a/b'],
      { variables: await bare() },
    );
    expect(code, stderr).toBe(3);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('--source github', () => {
  test('without a token the hint names the ways to set one', async () => {
    const { code, stderr } = await devreport(
      await temporaryFolder(),
      [...when, '--source', 'github', '--repo', 'a/b'],
      { variables: await bare() },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('Set GH_TOKEN or GITHUB_TOKEN, or log in with gh auth login.');
  });

  test('skips a blank variable, and refuses an invalid token without showing it', async () => {
    const { variables } = await gitHub();
    const argv = [...when, '--repo', 'linuxkit/linuxkit', '-o', '-'];
    const second = { ...variables, GH_TOKEN: ' ', GITHUB_TOKEN: variables.GH_TOKEN };
    expect((await devreport(await temporaryFolder(), argv, { variables: second })).code).toBe(0);
    const broken = { ...variables, GH_TOKEN: 'ghp_SECRET\nsecond' };
    const { code, stderr } = await devreport(await temporaryFolder(), argv, { variables: broken });
    expect(code).toBe(2);
    expect(stderr).not.toContain('SECRET');
  });

  test('a bad token is an error that does not show it', async () => {
    const { variables } = await gitHub();
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await devreport(
      folder,
      [...when, '--repo', 'linuxkit/linuxkit'],
      {
        variables: { ...variables, GH_TOKEN: 'ghp_secretsecretsecret' },
      },
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).not.toContain('secret');
    expect(stderr).toMatch(/token/);
    expect(await readdir(folder)).toEqual([]);
  });

  test('names a missing repository, reports on the others, and exits with 1', async () => {
    const { variables } = await gitHub();
    const argv = [
      ...when,
      '--repo',
      'linuxkit/linuxkit',
      '--repo',
      'linuxkit/nope',
      '-o',
      'report.md',
    ];
    const folder = await temporaryFolder();
    const { code, stderr } = await devreport(folder, argv, { variables });
    expect(code).toBe(1);
    expect(stderr).toContain('linuxkit/nope');
    const text = await readFile(join(folder, 'report.md'), 'utf8');
    expect(text).toContain('> **This report is incomplete.**');
    expect(text).toContain('kernel: Update to 4.4.66/4.9.26/4.10.14');
  });

  test('writes nothing when the only repository is missing', async () => {
    const { variables } = await gitHub();
    const folder = await temporaryFolder();
    const { code, stderr } = await devreport(folder, [...when, '--repo', 'linuxkit/nope'], {
      variables,
    });
    expect(code).toBe(3);
    expect(stderr).toContain('linuxkit/nope');
    expect(await readdir(folder)).toEqual([]);
  });

  test('a saved snapshot renders to the same bytes', async () => {
    const { variables } = await gitHub();
    const folder = await temporaryFolder();
    const argv = [...when, '--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];
    const direct = await devreport(folder, [...argv, '-o', '-'], { variables });
    await devreport(folder, [...argv, '--format', 'snapshot', '-o', 'week.json'], { variables });
    const saved = await devreport(folder, ['--source', 'week.json', '-o', '-'], { variables: {} });
    expect(saved.stdout).toBe(direct.stdout);
  });

  test('a saved snapshot keeps the warning about a missing repository', async () => {
    const { variables } = await gitHub();
    const folder = await temporaryFolder();
    const argv = [...when, '--repo', 'linuxkit/linuxkit', '--repo', 'linuxkit/nope'];
    const direct = await devreport(folder, [...argv, '-o', '-'], { variables });
    await devreport(folder, [...argv, '--format', 'snapshot', '-o', 'week.json'], { variables });
    const saved = await devreport(folder, ['--source', 'week.json', '-o', '-']);
    expect(saved).toMatchObject({ code: 1, stdout: direct.stdout });
    expect(saved.stdout).toContain('linuxkit/nope');
  });

  test('every repository of an organisation', async () => {
    const { variables } = await gitHub();
    const { stdout, stderr } = await devreport(
      await temporaryFolder(),
      [...when, ...json, '--org', 'linuxkit'],
      { variables },
    );
    expect((JSON.parse(stdout) as ReportJson).repositories, stderr).toEqual([
      'linuxkit/linuxkit',
      'linuxkit/rtf',
    ]);
  });

  test('--strict writes nothing rather than an incomplete report', async () => {
    const { variables } = await gitHub();
    const folder = await temporaryFolder();
    const argv = [...when, '--strict', '--repo', 'linuxkit/linuxkit', '--repo', 'linuxkit/nope'];
    const { code, stderr } = await devreport(folder, argv, { variables });
    expect(code).toBe(3);
    expect(stderr).toContain('The facts are incomplete (--strict):');
    expect(stderr).toContain('linuxkit/nope');
    expect(await readdir(folder)).toEqual([]);
  });

  test('--verbose logs each request, without the token', async () => {
    const { github, variables } = await gitHub();
    const argv = [...when, '--verbose', '--repo', 'linuxkit/linuxkit', '-o', '-'];
    const { stderr } = await devreport(await temporaryFolder(), argv, { variables });
    expect(stderr.match(/^request \d+: /gm)).toHaveLength(github.log.requests.length);
    expect(stderr).not.toContain(github.token);
  });

  test('uses the proxy of the environment, except for the hosts of NO_PROXY', async () => {
    const { github, variables } = await gitHub();
    const proxy = await startProxy();
    const argv = [...when, ...json, '--repo', 'linuxkit/linuxkit'];
    const through = await devreport(await temporaryFolder(), argv, {
      variables: { ...variables, http_proxy: proxy.url },
    });
    expect(through.code, through.stderr).toBe(0);
    expect(new Set(proxy.hosts)).toEqual(new Set([new URL(github.url).host]));

    proxy.hosts.length = 0;
    const around = { ...variables, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' };
    const direct = await devreport(await temporaryFolder(), argv, { variables: around });
    expect(direct.stdout).toBe(through.stdout);
    expect(proxy.hosts).toEqual([]);
  });

  test('an invalid proxy URL is refused, without showing it', async () => {
    const { variables } = await gitHub();
    const { code, stderr } = await devreport(await temporaryFolder(), [...when, '--repo', 'a/b'], {
      variables: { ...variables, HTTPS_PROXY: 'user:secret@proxy' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('The proxy in HTTPS_PROXY or HTTP_PROXY is not a URL.');
    expect(stderr).not.toContain('secret');
  });

  test.each(['ftp://x', 'not a url', 'http://github.example.com/api'])(
    'the endpoint %s is refused',
    async (url) => {
      const { variables } = await gitHub();
      const { code, stderr } = await devreport(
        await temporaryFolder(),
        [...when, '--repo', 'a/b'],
        {
          variables: { ...variables, GITHUB_GRAPHQL_URL: url },
        },
      );
      expect(code).toBe(2);
      expect(stderr).toContain('The configured URL of GitHub is invalid');
      expect(stderr).not.toContain(url);
    },
  );
});
