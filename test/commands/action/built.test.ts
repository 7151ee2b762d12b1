import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { outputNames } from '../../../src/commands/action/inputs/output-schema.ts';
import { freshDist } from '../../package/fresh-dist.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { commandsIn, outputsIn } from '../../support/runner.ts';
import { checkOut } from './check-out.ts';
import { BRANCH, merged, PATH, Project, REPOSITORY } from './support.ts';

/** The Node that starts the Action: the runner's own one is not that of the tests. */
const node = process.env['NODE_FOR_ACTION'] ?? process.execPath;

const dist = await freshDist();

let project: Project;
afterEach(() => project.github.close());

/** Starts the built file as the runner does: without arguments, in the workspace. */
async function start(inputs: Record<string, string> = {}, file = join(dist, 'action.js')) {
  const env = project.variables(inputs);
  const { code, stdout, stderr } = await new Promise<{
    code: number;
    stdout: string;
    stderr: string;
  }>((resolve) => {
    execFile(node, [file], { cwd: project.workspace, env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
  const content = (name: string) => readFile(env[name] ?? '', 'utf8').catch(() => '');
  const outputs = outputsIn(await content('GITHUB_OUTPUT'));
  return { code, stdout, stderr, outputs, summary: await content('GITHUB_STEP_SUMMARY') };
}

describe('dist/action.js', () => {
  test('opens a pull request, then has no news, then has some', async () => {
    project = await Project.start();
    const first = await start();
    expect([first.code, first.stderr], first.stdout).toEqual([0, '']);
    expect(first.outputs.map(([name]) => name)).toEqual(outputNames);
    expect(Object.fromEntries(first.outputs)).toMatchObject({
      ...{ operation: 'created', branch: BRANCH, 'pull-request-number': '3', errors: '0' },
    });
    expect(first.summary).toContain('Change number 1');
    expect(project.report()).toContain('- Change number 1 [#1]');
    const masked = commandsIn(first.stdout).filter(({ name }) => name === 'add-mask');
    expect(masked.map(({ data }) => data)).toEqual([project.github.token]);
    expect(first.stdout.split(project.github.token)).toHaveLength(2);

    const second = await start();
    expect(Object.fromEntries(second.outputs)).toMatchObject({ operation: 'unchanged' });

    project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(9));
    const third = await start();
    expect(Object.fromEntries(third.outputs)).toMatchObject({ operation: 'updated' });
    expect(project.report()).toContain('- Change number 9 [#9]');
  });

  test('ends with one annotation and an exit code when something is wrong', async () => {
    project = await Project.start();
    const { code, stdout, stderr, outputs } = await start({ week: 'someday', 'pr-titel': 'x' });
    expect([code, stderr, outputs]).toEqual([2, '', []]);
    const errors = commandsIn(stdout).filter(({ name }) => name === 'error');
    expect(errors.map(({ data }) => data)).toEqual([
      expect.stringContaining('pr-titel: unknown input; did you mean pr-title?'),
    ]);
    expect(project.github.log.requests).toEqual([]);
  });

  test('is one file that imports nothing but modules of Node', async () => {
    project = await Project.start();
    const code = await readFile(join(dist, 'action.js'), 'utf8');
    const names = ts.preProcessFile(code, true, true).importedFiles.map((one) => one.fileName);
    expect(names).toContain('node:fs');
    expect(names.filter((name) => !isBuiltin(name))).toEqual([]);
  });

  test('makes the site of a checkout', async () => {
    project = await Project.start();
    checkOut(project, { 'reports/2017-05-01.md': '# One\n\n- A thing #1 @ann\n' });
    const { code, stdout, stderr, outputs } = await start({ mode: 'publish', week: '' });
    expect([code, stderr], stdout).toEqual([0, '']);
    expect(Object.fromEntries(outputs)).toMatchObject({ operation: 'published', site: 'site' });
    const page = await readFile(join(project.workspace, 'site/reports/2017-05-01.html'), 'utf8');
    expect(page).toContain('A thing');
    expect(project.github.log.requests).toEqual([]);
  });

  test('runs where there is nothing but what a release has', async () => {
    project = await Project.start();
    const release = await temporaryFolder();
    await mkdir(join(release, 'dist'));
    for (const name of ['dist/action.js', 'dist/dictionary.br', 'package.json'])
      await copyFile(join(dist, '..', name), join(release, name));
    await cp(join(dist, '../templates'), join(release, 'templates'), { recursive: true });
    const { code, stdout, outputs } = await start({}, join(release, 'dist/action.js'));
    expect(code, stdout).toBe(0);
    expect(Object.fromEntries(outputs)).toMatchObject({
      operation: 'created',
      'report-path': PATH,
    });
  });
});
