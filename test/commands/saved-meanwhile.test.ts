import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataSet } from '../github/data/data-set.ts';
import { seedWeek } from '../github/data/seed.ts';
import { startGitHub } from '../github/server.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';

const argv = ['--week', '2017-05-08', '--repo', 'linuxkit/linuxkit', '--no-cache'];

/** A folder, and a GitHub that has an editor save a report in it while it is asked for facts. */
async function editing() {
  const github = await startGitHub({ data: dataSet(seedWeek()), now: '2017-05-09T00:00:00Z' });
  onTestFinished(() => github.close());
  const cwd = await temporaryFolder();
  const path = join(cwd, 'reports/2017-05-08.md');
  const variables = {
    ...{ HOME: cwd, PATH: '/usr/bin:/bin', GH_TOKEN: github.token },
    ...{ GITHUB_GRAPHQL_URL: github.graphqlUrl, GITHUB_SERVER_URL: 'https://github.com' },
  };
  let edit: (() => void) | undefined;
  github.before(() => {
    edit?.();
    edit = undefined;
  });
  return {
    cwd,
    path,
    text: () => readFileSync(path, 'utf8'),
    run: (...command: string[]) => devreport(cwd, [...command, ...argv], { variables }),
    saveDuringNextRun: (text: () => string) => {
      edit = () => {
        mkdirSync(join(cwd, 'reports'), { recursive: true });
        writeFileSync(path, text());
      };
    },
  };
}

test('a rerun keeps what an editor saves while it collects', async () => {
  const { cwd, run, text, saveDuringNextRun } = await editing();
  writeFileSync(join(cwd, 'devreport.yml'), 'limits: { issues: 3 }\n');
  await run('draft');
  const entry = /^- .*#1758\].*$/m.exec(text())?.[0] ?? '';
  expect(entry).not.toBe('');
  // The next run has more issues to write.
  writeFileSync(join(cwd, 'devreport.yml'), 'limits: { issues: 4 }\n');
  saveDuringNextRun(() => text().replace(entry, `${entry} Well done!`));
  const { code, stderr } = await run('draft');
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('1 added: ');
  expect(text()).toContain(`${entry} Well done!`);
});

test('a draft does not replace a report that appears meanwhile', async () => {
  const { text, run, saveDuringNextRun } = await editing();
  saveDuringNextRun(() => '# Mine\n');
  const { code, stderr } = await run('draft');
  expect(code).toBe(2);
  expect(stderr).toContain('reports/2017-05-08.md');
  expect(text()).toBe('# Mine\n');
});

test('a fix is made in what an editor saves while check asks for facts', async () => {
  const { path, run, text, saveDuringNextRun, cwd } = await editing();
  mkdirSync(join(cwd, 'reports'));
  writeFileSync(path, '# Weekly for 2017-05-08\n\nSee [it](docs/new.md).\n');
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(join(cwd, 'docs/new.md'), '');
  saveDuringNextRun(() => '# Weekly for 2017-05-08\n\nSee [it](docs/new.md), says Ada.\n');
  const { stderr } = await run('check', '--fix', path);
  expect(stderr).toContain('Fixed');
  expect(text()).toBe('# Weekly for 2017-05-08\n\nSee [it](../docs/new.md), says Ada.\n');
});
