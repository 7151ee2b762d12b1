import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BRANCH, config, merged, PATH, Project, REPOSITORY } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

const done = () => project.github.mutations.map(({ name }) => name);

test('mode commit commits to the base, and opens nothing', async () => {
  project = await Project.start();
  const { outputs } = await project.step({ mode: 'commit' });
  expect(outputs).toMatchObject({
    operation: 'created',
    branch: 'main',
    'pull-request-number': '',
  });
  expect(done()).toEqual(['createCommitOnBranch', 'createCheckRun']);
  expect(project.report('main')).toContain('Change number 1');
  expect((await project.step({ mode: 'commit' })).outputs).toMatchObject({
    operation: 'unchanged',
  });
});

test('mode none writes into the workspace alone', async () => {
  project = await Project.start();
  const { outputs } = await project.step({ mode: 'none', snapshot: 'facts/week.json' });
  expect(outputs).toMatchObject({
    operation: 'created',
    branch: '',
    'snapshot-path': 'facts/week.json',
  });
  expect(done()).toEqual([]);
  expect(readFileSync(join(project.workspace, PATH), 'utf8')).toContain('Change number 1');
  expect(readFileSync(join(project.workspace, 'facts/week.json'), 'utf8')).toContain(
    '"schemaVersion"',
  );
});

test('a dry run shows what it would write, and writes nothing', async () => {
  project = await Project.start();
  const { outputs, log } = await project.step({ 'dry-run': 'true' });
  expect(outputs).toMatchObject({ operation: 'dry-run', changed: 'true', branch: '' });
  expect(log).toContain('+- Change number 1');
  expect(done()).toEqual([]);
  expect(existsSync(join(project.workspace, PATH))).toBe(false);
});

test('labels, people, a team and a milestone are given to a new pull request, once', async () => {
  project = await Project.start({
    as: { kind: 'app' },
    users: ['ada', 'grace'],
    repository: { labels: ['report'], milestones: [{ title: 'May' }] },
  });
  const inputs = {
    labels: 'report, missing',
    assignees: 'grace',
    reviewers: '@ada',
    milestone: 'May',
  };
  const { exitCode, annotations } = await project.step(inputs);
  expect(exitCode).toBe(3);
  expect(annotations.filter(({ name }) => name === 'error')).toMatchObject([
    { data: expect.stringContaining('Found no label "missing"') as string },
  ]);
  const [pull] = project.github.editor.openFrom(REPOSITORY, BRANCH);
  expect(pull?.input).toMatchObject({ labels: ['report'], assignees: ['grace'] });
  const before = done().length;
  await project.step(inputs);
  expect(done()).toHaveLength(before);
});

test('with a checkout, config and earlier reports are its own', async () => {
  project = await Project.start({ files: {} });
  project.write('.git/HEAD', 'ref: refs/heads/main\n');
  project.write('devreport.yml', config.replace('Core', 'Mine'));
  project.write('reports/2017-05-01.md', '# An earlier one\n');
  expect((await project.step()).outputs).toMatchObject({ operation: 'created' });
  expect(project.report()).toMatch(/The second weekly development report[^]*### Mine/);
  expect((await project.step({ mode: 'none' })).outputs).toMatchObject({ operation: 'created' });
});

test('source: git asks for a checkout', async () => {
  project = await Project.start();
  const { exitCode, annotations } = await project.step({ source: 'git' });
  expect(exitCode).toBe(2);
  expect(annotations[0]?.data).toMatch(/needs a clone.*fetch-depth: 0/s);
});

test('check: fail fails the job for errors, when all is done', async () => {
  project = await Project.start();
  const first = await project.step({ check: 'fail', 'max-warnings': '0' });
  expect([first.exitCode, first.outputs['operation']]).toEqual([1, 'created']);
  const second = await project.step({ check: 'off' });
  expect([second.exitCode, second.outputs['warnings']]).toEqual([0, '0']);
});

test('an editor’s commit is checked, too, without news', async () => {
  project = await Project.start();
  await project.step();
  const text = (project.report() ?? '').replace('Change number 1', 'Chagne the the first');
  project.github.editor.commit(REPOSITORY, BRANCH, { [PATH]: text });
  const { outputs } = await project.step();
  expect(outputs).toMatchObject({ operation: 'unchanged' });
  expect(done().slice(-2)).toEqual(['updatePullRequest', 'createCheckRun']);
  const [pull] = project.github.editor.openFrom(REPOSITORY, BRANCH);
  expect(pull?.input.body).toContain('repeated-word');
});

test('weekly and monthly reports have branches and folders of their own', async () => {
  project = await Project.start({ pullRequests: [merged(1)] });
  const monthly = {
    ...{ week: '', month: 'last', branch: 'devreport/monthly-{date}' },
    output: 'reports/monthly/{date}.md',
  };
  expect((await project.step()).outputs).toMatchObject({ branch: BRANCH });
  expect((await project.step(monthly)).outputs).toMatchObject({
    ...{ operation: 'created', branch: 'devreport/monthly-2017-04-30' },
    'report-path': 'reports/monthly/2017-04-30.md',
  });
});

test('mode none knows the earlier reports of the base', async () => {
  project = await Project.start({
    files: {
      'devreport.yml': config,
      'docs/weeks/2017-05-01.md': '# An earlier one\n\n## Planned changes\n\n- #7\n',
    },
  });
  await project.step({ mode: 'none', output: 'docs/weeks/{date}.md' });
  const text = readFileSync(join(project.workspace, 'docs/weeks/2017-05-08.md'), 'utf8');
  expect(text).toContain('The second weekly development report');
});

test('a template and earlier reports of the base are used without a checkout', async () => {
  project = await Project.start({
    files: {
      'devreport.yml': `${config}template: layouts/own.hbs\n`,
      'layouts/own.hbs':
        '# Own {{date}}, the {{ordinal}}\n\n{{#each merged}}## {{title}}\n\n{{#each entries}}- {{> line}}\n{{/each}}{{/each}}',
      'layouts/partials/line.hbs': 'Our {{text}} {{#each refs}}[#{{number}}]({{url}}){{/each}}',
      'reports/2017-05-01.md': '# An earlier one\n',
    },
  });
  const { exitCode, annotations } = await project.step();
  expect([exitCode, annotations.filter(({ name }) => name === 'error')]).toEqual([0, []]);
  expect(project.report()).toContain('- Our Change number 1');
});
