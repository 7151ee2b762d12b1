import { mkdir, readdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { checkout, texts, variables } from './checkout.ts';

/** A report with the pull requests sorted by the folders they changed. */
function weekly(): string {
  const sections = Object.keys(texts).map((title, index) => {
    const numbers = [0, 3, 6, 9, 12].map((n) => n + index).filter((n) => n > 0 && n <= 12);
    const entries = numbers.map(
      (n) => `- It [#${n}](https://github.com/linuxkit/linuxkit/pull/${n}).`,
    );
    return `### ${title}\n\n${entries.join('\n')}\n`;
  });
  return `# Report\n\n## PRs merged\n\n${sections.join('\n')}`;
}

const init = (folder: string, ...options: string[]) =>
  devreport(folder, ['init', ...options], { variables });
const configIn = async (folder: string, name = 'devreport.yml') =>
  parseYamlConfig(await readFile(join(folder, name), 'utf8'), name);

describe('init', () => {
  test('writes a config at the root of the checkout, and prints what it used', async () => {
    const folder = await checkout();
    await mkdir(join(folder, 'deep/down'), { recursive: true });
    const { code, stdout, stderr } = await init(join(folder, 'deep/down'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'Skipped the labels on GitHub: no token.',
      'Read 13 changes of the last year from the history.',
      'Proposed sections from the folders that changed most in the last year: Kernel, Packages, Commands, Other.',
      'The last month, 12 changes, in these sections:',
      ...['  Kernel: 4', '    Change 12', '    Change 9', '    Change 6'],
      ...['  Packages: 4', '    Change 10', '    Change 7', '    Change 4'],
      ...['  Commands: 4', '    Change 11', '    Change 8', '    Change 5'],
      '  Other: 0, all have a section',
      'Wrote ../../devreport.yml. Next: review it, then run devreport for a first draft.',
      '',
    ]);
    expect(await configIn(folder)).toMatchObject({
      repositories: ['linuxkit/linuxkit'],
      sections: [{ title: 'Kernel', paths: ['kernel/**'] }, {}, {}, { title: 'Other' }],
      fallback: 'other',
    });
  });

  test('learns the sections of earlier reports from the history', async () => {
    const folder = await checkout({ 'reports/2017-05-08.md': weekly(), 'reports/README.md': '#1' });
    const { stderr } = await init(folder);
    expect(stderr).toContain(
      'Read 1 earlier report, and 12 pull requests merged around their dates.',
    );
    expect(stderr).toContain(
      'Proposed sections from the earlier reports: Kernel, Packages, Core, Other.\n' +
        'These rules sort 12 of 12 cited pull requests as the reports did.\n',
    );
    const { sections } = await configIn(folder);
    expect(sections.map(({ title, paths }) => [title, paths])).toEqual([
      ['Kernel', ['kernel/**']],
      ['Packages', ['pkg/**']],
      ['Core', ['src/**']],
      ['Other', []],
    ]);
    expect(await readFile(join(folder, 'devreport.yml'), 'utf8')).toContain(
      '# These rules sort 12 of 12 cited pull requests as the reports did.\n',
    );
  });

  test('reads reports from another folder with --reports', async () => {
    const folder = await checkout({ 'news/week-18.md': weekly() });
    const { stderr } = await init(folder, '--reports', 'news');
    expect(stderr).toContain(
      'Proposed sections from the earlier reports: Kernel, Packages, Core, Other.',
    );
  });

  test('reads the newest thirty of many reports, whatever their names', async () => {
    const old = Array.from({ length: 40 }, (_, index) => [`news/old-2016-${index}.md`, '# Old\n']);
    const recent = Array.from({ length: 29 }, (_, index) => [
      `news/week-2017-04-${String(index + 1).padStart(2, '0')}.markdown`,
      weekly(),
    ]);
    const all = [...old, ...recent, ['news/2017-W18.mdx', weekly()]];
    const files = Object.fromEntries(all) as Record<string, string>;
    const { stderr } = await init(await checkout(files), '--reports', 'news');
    expect(stderr).toContain('Read the newest 30 of 70 earlier reports, and 12 pull requests');
  });

  test('reads the settings of other tools', async () => {
    const folder = await checkout({
      '.github/labeler.yaml': 'area/kernel: kernel/**\narea/packages: pkg/**\n',
      '.github/release.yml': 'a: [',
      '.github/CODEOWNERS': '/src/ @x',
      '.github/ISSUE_TEMPLATE/kernel.yml': 'labels: [component/kernel]',
      CODEOWNERS: '/pkg/ @y',
    });
    const { stderr } = await init(folder);
    expect(stderr).toContain('Read .github/labeler.yaml.\n');
    expect(stderr).toContain('Skipped .github/release.yml: invalid YAML, or no options.\n');
    expect(stderr).toContain('Read .github/CODEOWNERS.\n');
    expect(stderr).toContain('Read the labels of the forms in .github/ISSUE_TEMPLATE.\n');
    const { sections } = await configIn(folder);
    expect(sections[0]?.labels).toEqual(['area/kernel', 'component/kernel']);
    expect(sections.map(({ title }) => title)).toEqual([
      'Kernel',
      'Packages',
      // From CODEOWNERS: the labeler has nothing for a third of the changes.
      'Core',
      'Other',
    ]);
  });

  test('the next draft uses the config', async () => {
    const folder = await checkout();
    await init(folder);
    const args = ['--week', '2017-05-08', '--source', 'git', '--format', 'json', '-o', '-'];
    const { stdout, code } = await devreport(folder, args, { variables });
    expect(code).toBe(0);
    const { merged } = JSON.parse(stdout) as { merged: { title: string; entries: unknown[] }[] };
    expect(merged.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['Kernel', 4],
      ['Packages', 4],
      ['Commands', 4],
      ['Other', 0],
    ]);
  });

  test('-o - prints the config and writes no file, even beside a config', async () => {
    const folder = await checkout({ 'devreport.yml': 'timezone: Asia/Tokyo\n' });
    const { code, stdout } = await init(folder, '-o', '-');
    expect(code).toBe(0);
    expect(parseYamlConfig(stdout, 'x').repositories).toEqual(['linuxkit/linuxkit']);
    expect(await readFile(join(folder, 'devreport.yml'), 'utf8')).toBe('timezone: Asia/Tokyo\n');
  });

  test.each(['devreport.yml', 'devreport.yaml', '.github/devreport.yml', '.github/devreport.yaml'])(
    'never writes beside or over %s, even an invalid one',
    async (place) => {
      const folder = await checkout({ [place]: 'not: [valid' });
      const before = await readdir(folder);
      const { code, stderr } = await init(folder);
      expect(code).toBe(2);
      expect(stderr).toContain(`Config ${place} already exists.`);
      expect(await readdir(folder)).toEqual(before);
      expect(await readFile(join(folder, place), 'utf8')).toBe('not: [valid');
    },
  );

  test.each(['--config', '-o'])(
    '%s names another file, but not one that exists',
    async (option) => {
      const folder = await checkout({ 'devreport.yml': '', 'mine.yml': '' });
      expect((await init(folder, option, 'other/mine.yml')).code).toBe(0);
      expect((await configIn(folder, 'other/mine.yml')).fallback).toBe('other');
      const { code, stderr } = await init(folder, option, 'mine.yml');
      expect(code).toBe(2);
      expect(stderr).toContain('Config mine.yml already exists.');
    },
  );

  test('outside of a repository proposes kinds of work, and no repository', async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await init(folder);
    expect(code).toBe(0);
    expect(stderr).toContain('Nothing in the repository suggests sections.');
    expect(stderr).toContain('Next: add your repositories under repositories:');
    expect(await configIn(folder)).toMatchObject({
      repositories: [],
      sections: [
        { title: 'Features' },
        { title: 'Fixes' },
        { title: 'Documentation' },
        { title: 'Build and tests' },
        { title: 'Other' },
      ],
      fallback: 'other',
    });
    const inFile = await init(folder, '-o', 'devreport.yml/x.yml');
    expect(inFile.code).toBe(2);
    expect(inFile.stderr).toContain(
      `Cannot write ${join(folder, 'devreport.yml/x.yml')} (EEXIST).`,
    );
  });
});

describe('init with a token', () => {
  async function gitHub(status: number, answer: unknown) {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    return {
      ...variables,
      GH_TOKEN: 'fixture-token',
      GITHUB_GRAPHQL_URL: `http://127.0.0.1:${port}/graphql`,
      GITHUB_SERVER_URL: 'https://github.com',
    };
  }

  test('proposes the labels on GitHub', async () => {
    const node = (name: string) => ({ name, pullRequests: { totalCount: 1 } });
    const nodes = [node('area/kernel'), node('area/cli'), node('bug')];
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    const merged = {
      nodes: numbers.map((number) => ({
        number,
        labels: { nodes: [{ name: number % 2 === 0 ? 'area/kernel' : 'area/cli' }] },
      })),
    };
    const folder = await checkout();
    const { stderr } = await devreport(folder, ['init'], {
      variables: await gitHub(200, { data: { repository: { labels: { nodes }, merged } } }),
    });
    expect(stderr).toContain('Read 3 labels in use on GitHub.\n');
    expect(stderr).toContain(
      'Proposed sections from the labels of linuxkit/linuxkit: Kernel, CLI, Other.',
    );
    expect(stderr).not.toContain('fixture-token');
  });

  test('does without the labels when GitHub fails', async () => {
    const folder = await checkout();
    const { code, stderr } = await devreport(folder, ['init'], {
      variables: await gitHub(502, { message: 'Bad gateway' }),
    });
    expect(code).toBe(0);
    expect(stderr).toContain('Cannot read labels on GitHub: ');
    expect(stderr).toContain(
      'Proposed sections from the folders that changed most in the last year: ',
    );
  });
});
