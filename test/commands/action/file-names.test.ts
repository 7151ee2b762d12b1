import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BRANCH, config, Project, REPOSITORY } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

const numbered = `${config}file: "blog/{year}/{date}-twin{number:4}.md"\n`;

test('the pattern of the config names the report, and finds the series on the base', async () => {
  project = await Project.start({
    files: {
      'devreport.yml': numbered,
      'blog/2016/2016-12-26-twin0340.md': '# Older\n',
      'blog/2017/2017-05-01-twin0364.md': '# An earlier one\n\n## Planned changes\n\n- Tea\n',
      'blog/2017/about.md': '# About\n',
      'blog/README.md': '# Blog\n',
      'reports/2017-04-24.md': '# Elsewhere\n',
    },
  });
  const { outputs } = await project.step({
    branch: 'report/{number}',
    'pr-title': '{title} (#{number})',
  });
  const path = 'blog/2017/2017-05-08-twin0365.md';
  expect(outputs).toMatchObject({ 'report-path': path, branch: 'report/365' });
  const text = project.report('report/365', path);
  expect(text).toContain('The three hundred sixty-fifth weekly development report');
  expect(text).toContain('In the report of 2017-05-01 this read:\n- Tea');
  const [pull] = project.github.editor.openFrom(REPOSITORY, 'report/365');
  expect(pull?.title).toBe('Development report for 8 May 2017 (#365)');
});

test('a report on its branch keeps the number and the name that it has there', async () => {
  project = await Project.start({
    files: { 'devreport.yml': numbered, 'blog/2017/2017-04-24-twin0007.md': '# Earlier\n' },
  });
  const path = 'blog/2017/2017-05-08-twin0008.md';
  expect((await project.step()).outputs).toMatchObject({
    operation: 'created',
    'report-path': path,
  });
  project.github.editor.commit(REPOSITORY, 'main', {
    'blog/2017/2017-05-01-twin0008.md': '# Merged meanwhile\n',
  });
  expect((await project.step()).outputs).toMatchObject({
    ...{ operation: 'unchanged', 'report-path': path },
  });
  expect(project.report(BRANCH, path)).toContain('The eighth weekly development report');
});

test('output is a pattern of its own, also in folders by their names', async () => {
  project = await Project.start({
    files: { 'devreport.yml': config, 'news/2017/3/index.md': '# Three\n' },
  });
  const output = 'news/{year}/{number}/index.md';
  const { outputs } = await project.step({ mode: 'none', output });
  expect(outputs).toMatchObject({ 'report-path': 'news/2017/4/index.md' });
  const text = readFileSync(join(project.workspace, 'news/2017/4/index.md'), 'utf8');
  expect(text).toContain('The fourth weekly development report');
});

test('output without date or number is the one file of all reports', async () => {
  project = await Project.start({
    files: { 'devreport.yml': config, 'reports/2017-05-01.md': '# An earlier one\n' },
  });
  const { outputs } = await project.step({ output: 'docs/{cadence}.md' });
  expect(outputs).toMatchObject({ 'report-path': 'docs/weekly.md' });
  expect(project.report(BRANCH, 'docs/weekly.md')).toContain('The second weekly');
});

test.each([
  [
    'output',
    'reports/{Date}.md',
    /output: "reports\/\{Date\}.md" is not a file pattern: unknown placeholder \{Date\}/,
  ],
  ['branch', 'devreport/{Date}', /Unknown placeholder \{Date\} in branch/],
])(
  'an unknown placeholder in %s is refused before anything is written',
  async (name, value, message) => {
    project = await Project.start();
    const { exitCode, annotations } = await project.step({ [name]: value });
    expect(exitCode).toBe(2);
    expect(annotations[0]?.data).toMatch(message);
    expect(project.github.mutations).toEqual([]);
  },
);
