import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkOut } from './check-out.ts';
import { config, PATH, Project } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

const one = '# One\n\n## PRs merged\n\n- A thing #1 @ann\n';
const draft = '# Two\n\n<!-- editor: Write. -->\n\n- A thing #2\n';
const reports = { 'reports/2017-05-01.md': one, 'reports/2017-04-24.md': draft };
const base = { 'publish-base': 'https://name.github.io/project' };
const only = { mode: 'publish', week: '' };

const site = (path: string) => readFileSync(join(project.workspace, path), 'utf8');

test('mode publish makes the site of what is checked out, and asks GitHub for nothing', async () => {
  project = await Project.start();
  checkOut(project, { ...reports, 'devreport.yml': config });
  const { exitCode, outputs, annotations, summary, requests } = await project.step(only);
  expect([exitCode, requests]).toEqual([0, 0]);
  expect(outputs).toMatchObject({ operation: 'published', site: 'site', 'report-path': '' });
  expect(readdirSync(join(project.workspace, 'site/reports'))).toEqual(['2017-05-01.html']);
  expect(annotations).toMatchObject([
    { name: 'notice', data: expect.stringContaining('the input publish-base') as string },
    {
      name: 'notice',
      properties: { file: 'reports/2017-04-24.md', line: '3', title: 'devreport: draft' },
      data: expect.stringContaining('a comment for its editor is left') as string,
    },
  ]);
  expect(summary).toMatch(/1 report in site.*2017.04.24\\?.md/s);
});

test('the config says where the site is, and what for', async () => {
  project = await Project.start();
  const settings = 'publish: { out: public, base: https://name.github.io/x/, title: Our news }\n';
  checkOut(project, { ...reports, 'devreport.yml': `${config}${settings}` });
  expect((await project.step(only)).outputs).toMatchObject({ site: 'public' });
  expect(site('public/index.html')).toContain('Our news');
  expect(site('public/feed.atom')).toContain('https://name.github.io/x/reports/2017-05-01.html');
  const { outputs } = await project.step({ ...only, ...base, publish: './_site/' });
  expect(outputs).toMatchObject({ site: '_site' });
  expect(site('_site/feed.atom')).toContain('https://name.github.io/project/reports/');
});

test('a run with a draft makes the site as well, without that draft', async () => {
  project = await Project.start();
  checkOut(project, { ...reports, 'devreport.yml': config });
  const { exitCode, outputs } = await project.step({ ...base, publish: 'site' });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ operation: 'created', 'report-path': PATH, site: 'site' });
  expect(readdirSync(join(project.workspace, 'site/reports'))).toEqual(['2017-05-01.html']);
  // As git has it, not as the runner wrote it.
  expect(site('site/feed.atom')).toContain('<updated>2017-05-02T08:00:00.000Z</updated>');

  const here = await project.step({ mode: 'none', publish: 'site' });
  expect(here.outputs).toMatchObject({ operation: 'created', site: 'site' });
  expect(existsSync(join(project.workspace, 'site/reports/2017-05-08.html'))).toBe(false);
});

test('the series is that of the input output', async () => {
  project = await Project.start();
  checkOut(project, { ...reports, 'docs/news/2017-05-01.md': one, 'devreport.yml': config });
  await project.step({ ...only, output: 'docs/news/{date}.md' });
  expect(readdirSync(join(project.workspace, 'site/docs/news'))).toEqual(['2017-05-01.html']);
  expect(existsSync(join(project.workspace, 'site/reports'))).toBe(false);
});

test.each([[only], [{ publish: 'site' }]])('%o asks for a checkout', async (inputs) => {
  project = await Project.start();
  const { exitCode, annotations, requests } = await project.step(inputs);
  expect([exitCode, requests]).toEqual([2, 0]);
  expect(annotations).toMatchObject([
    { name: 'error', data: expect.stringMatching(/needs a clone.*actions\/checkout/s) as string },
  ]);
});

test('what is wrong with the site fails the job, and keeps no draft away', async () => {
  project = await Project.start();
  checkOut(project, { ...reports, 'devreport.yml': config, 'site/index.html': 'mine' });
  const { exitCode, outputs, annotations } = await project.step({ publish: 'site' });
  expect(exitCode).toBe(2);
  expect(outputs).toMatchObject({ operation: 'created', site: '' });
  const [error] = annotations.filter(({ name }) => name === 'error');
  expect(error?.data).toMatch(/in the way of the site.*another folder with `publish`/s);
  expect(site('site/index.html')).toBe('mine');
  expect(await project.step(only)).toMatchObject({ exitCode: 2, outputs: {} });
  expect(project.report()).toContain('Change number 1');
});

test('a dry run makes no site', async () => {
  project = await Project.start();
  checkOut(project, { ...reports, 'devreport.yml': config });
  const { outputs, annotations } = await project.step({ publish: 'site', 'dry-run': 'true' });
  expect(outputs).toMatchObject({ operation: 'dry-run', site: '' });
  expect(annotations.map(({ data }) => data)).toContain('A dry run makes no site.');
  expect(existsSync(join(project.workspace, 'site'))).toBe(false);
});

test('a site leaves no trace in the repository', async () => {
  project = await Project.start();
  checkOut(project, { ...reports, 'devreport.yml': config, '.gitignore': 'site/\n' });
  await project.step(only);
  const status = execFileSync('git', ['status', '--short'], { cwd: project.workspace });
  expect(String(status)).toBe('');
});
