import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { environment, git, History } from '../../collect/git/repository.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { startGitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';

const sample = ['--week', '2017-05-08', '--source', 'sample'];

describe('explain', () => {
  const explain = async (item: string, ...options: string[]) =>
    devreport(await temporaryFolder(), ['explain', item, '--source', 'sample', ...options]);

  test('a section: its evidence, the next section, and the credits', async () => {
    const { code, stdout } = await explain('linuxkit/linuxkit#1757');
    expect(code).toBe(0);
    expect(stdout).toContain('section  Kernel, because of its issue-labels: area/kernel');
    expect(stdout).toMatch(/^section .*\nnext {5}Core, the fallback, .*\ncredits /m);
    expect(stdout).toContain('credits  @rneugeba: author, opened');
  });

  test('a rank, above and below the limit', async () => {
    expect((await explain('#1742')).stdout).toContain(
      'rank     5 of 11: 2 people, 3 posts in the period; 10 are shown',
    );
    expect((await explain('#1742')).stdout).toContain(
      'behind #1759: 2 people, 3 posts; in a tie, the newer comes first',
    );
    expect((await explain('#635')).stdout).toContain(
      'draft    not shown: below the limit of 10 issues',
    );
  });

  test('a section without competitors has no next one', async () => {
    const { stdout } = await explain('#1758');
    expect(stdout).toContain('section  Core, because of its titles');
    expect(stdout).not.toContain('next     Core');
  });

  test('a URL; an item of another repository is not in the report', async () => {
    const { stdout } = await explain('https://github.com/moby/tool/pull/15#discussion');
    expect(stdout).toContain('moby/tool#15 Support `capabilities: none` in YML - Fix #14');
    expect(stdout).toContain(
      'not in it: moby/tool is not a repository of the report: linuxkit/linuxkit',
    );
    expect(stdout).not.toMatch(/^(?:section|credits)/m);
    const both = ['--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];
    expect((await explain('moby/tool#15', ...both)).stdout).toContain('section  Core, because of');
  });

  test('a report of another repository is used, too', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, [...sample, '--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool']);
    const { stdout } = await devreport(folder, ['explain', 'moby/tool#15', '--source', 'sample']);
    expect(stdout).toContain('draft    under “PRs merged › Core”');
  });

  test('an item that the draft lacks', async () => {
    expect((await explain('#99999')).stdout).toContain('draft    not in it: unknown item\n');
    const { stdout } = await explain('#1774');
    expect(stdout).toContain('state    open at the end of the period');
    expect(stdout).toContain('the template weekly leaves out active items that are still open');
  });

  test('an item that the config excludes', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'devreport.yml'), 'exclude: { titles: ["^cmd:"] }\n');
    const { stdout } = await devreport(folder, ['explain', '1758', '--source', 'sample']);
    expect(stdout).toContain(
      "the config excludes it, by exclude.titles: cmd: Unify 'run' cmdline options",
    );
  });

  test('an item that the editor deleted, in the period of the report that offered it', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, sample);
    const path = join(folder, 'reports/2017-05-08.md');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/^- Fix CI .*\n/m, ''));
    await devreport(folder, [...sample, '--format', 'snapshot', '-o', 'week.json']);
    const { stdout } = await devreport(folder, ['explain', '#1753', '--source', 'week.json']);
    expect(stdout).toContain(
      'report   reports/2017-05-08.md offered it under “PRs merged › Core”; its editor deleted it',
    );
    const kept = await devreport(folder, ['explain', '#1758', '--source', 'week.json']);
    expect(kept.stdout).toContain(
      'report   reports/2017-05-08.md names it under “PRs merged › Core”, in the words of the draft',
    );
  });

  test('an issue is in the entry of the pull request that resolves it', async () => {
    const { stdout } = await explain('#1746');
    expect(stdout).toContain('draft    under “PRs merged › Kernel”, in the entry of #1757');
    expect(stdout).toContain('section  Kernel, as #1757, because of its issue-labels');
    expect(stdout).toContain(
      'credits  @rneugeba: author, opened, merged (#1757); author, commented; author (#1745)',
    );
  });

  test('a bare number belongs to the repository in the record; the record answers without facts', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, sample);
    const path = join(folder, 'reports/2017-05-08.md');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('- Fix CI', '- The tests pass again'));
    const { code, stdout, stderr } = await devreport(folder, ['explain', '#1753'], {
      variables: { PATH: '/nowhere' },
    });
    expect(code).toBe(1);
    expect(stdout).toContain('linuxkit/linuxkit#1753');
    expect(stdout).toContain("names it under “PRs merged › Core”, in its editor's words");
    expect(stderr).toContain('No source of facts found.');
  });

  test('a report of another period is shown with its period', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, sample);
    const path = join(folder, 'reports/2017-05-08.md');
    const text = await readFile(path, 'utf8');
    const [start, end] = ['2017-05-08T00:00:00Z', '2017-05-15T00:00:00Z'];
    await writeFile(
      join(folder, 'reports/2017-05-15.md'),
      text
        .replace(end, 'x')
        .replace(start, end)
        .replace(/"start":"[^"]+"/, `"start":"${start}"`),
    );
    const ask = ['explain', '#1758', '--source', 'sample'];
    const rows = (await devreport(folder, ask)).stdout.split('\n').slice(-3);
    expect(rows).toEqual([
      'report   reports/2017-05-08.md names it under “PRs merged › Core”, in the words of the draft',
      'report   reports/2017-05-15.md names it under “PRs merged › Core”, in the words of the draft (its period is 2017-05-08 to 2017-05-14)',
      '',
    ]);
  });

  test.each(['no commit', 'other commits'])('with %s the report alone answers', async (commits) => {
    const folder = await temporaryFolder();
    await devreport(folder, sample);
    git(folder, ['init', '--quiet']);
    git(folder, ['remote', 'add', 'origin', 'https://github.com/linuxkit/linuxkit']);
    if (commits === 'other commits') {
      const ada = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
      git(folder, [...ada, 'commit', '--quiet', '--allow-empty', '--message', 'Begin']);
    }
    const { code, stdout, stderr } = await devreport(folder, ['explain', '#1758'], {
      variables: { ...environment, PATH: '/usr/bin:/bin', GH_CONFIG_DIR: '/nonexistent' },
    });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout:
        'linuxkit/linuxkit#1758\n\nreport   reports/2017-05-08.md names it under “PRs merged › Core”, in the words of the draft\n',
    });
    expect(stderr).toContain('Only the report itself was read. ');
  });

  test('an item that a clone has merged since', async () => {
    const history = new History();
    history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z', files: { a: '' } });
    const head = 'ada/work';
    history.merge({ number: 7, head, title: 'A', at: '2017-05-10T00:00:00Z', files: { a: '1' } });
    const { stdout } = await devreport(
      history.write(),
      ['explain', 'acme/app#7', '--week', '2017-05-08', '--source', 'git'],
      { variables: environment },
    );
    expect(stdout).toContain('draft    not in it: merged 2017-05-10T00:00:00Z, after the period');
  });

  test('any other argument is refused', async () => {
    expect(await explain('1758x')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('explain, with GitHub', () => {
  async function ask(item: string, config = '', ...options: string[]) {
    const quiet = '2016-01-01T00:00:00Z';
    const inside = '2017-05-03T00:00:00Z';
    const github = await startGitHub({
      data: dataSet({
        repositories: [
          {
            name: 'acme/app',
            issues: [{ number: 1, createdAt: inside }],
            pullRequests: [
              { number: 5, createdAt: quiet, mergedAt: quiet },
              { number: 6, createdAt: inside, mergedAt: '2017-05-20T00:00:00Z' },
              { number: 8, createdAt: '2017-05-19T00:00:00Z' },
            ],
          },
          { name: 'acme/other', issues: [{ number: 7, createdAt: inside }] },
        ],
      }),
      now: '2020-01-01T00:00:00Z',
    });
    onTestFinished(() => github.close());
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'devreport.yml'), config);
    return devreport(folder, ['explain', item, '--week', '2017-W18', '--no-cache', ...options], {
      variables: {
        GH_TOKEN: github.token,
        GITHUB_GRAPHQL_URL: github.graphqlUrl,
        PATH: '/nowhere',
      },
    });
  }

  test('a pull request merged at another time', async () => {
    const { stdout } = await ask('#5', 'repositories: [acme/app]');
    expect(stdout).toContain('draft    not in it: merged 2016-01-01T00:00:00Z, before the period');
  });

  test('items that were merged or opened after the period', async () => {
    expect((await ask('#6', 'repositories: [acme/app]')).stdout).toContain(
      'state    open at the end of the period; merged 2017-05-20T00:00:00Z, after the period',
    );
    expect((await ask('#8', 'repositories: [acme/app]')).stdout).toContain(
      'draft    not in it: opened 2017-05-19T00:00:00Z, after the period',
    );
    expect((await ask('#9', 'repositories: [acme/app]')).stdout).toContain(
      'draft    not in it: unknown item',
    );
  });

  test('an item of another repository is not in the report', async () => {
    const { stdout } = await ask('acme/other#7', 'repositories: [acme/app]');
    expect(stdout).toContain('acme/other#7 Item 7\n');
    expect(stdout).toContain(
      'draft    not in it: acme/other is not a repository of the report: acme/app\n',
    );
  });

  test('a rank counts the issues of all repositories of the report', async () => {
    const { stdout } = await ask('acme/other#7', 'repositories: [acme/app, acme/other]');
    expect(stdout).toContain('rank     1 of 2: ');
  });
});
