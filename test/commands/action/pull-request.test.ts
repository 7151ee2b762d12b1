import { afterEach, describe, expect, test } from 'vitest';
import { serverError } from '../../github/failures.ts';
import { beforeEffect, mutating } from '../../github/write-failures.ts';
import { BRANCH, merged, PATH, Project, REPOSITORY } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

const done = () => project.github.mutations.map(({ name, outcome }) => `${name} ${outcome}`);
const openOnes = () => project.github.editor.openFrom(REPOSITORY, BRANCH);

/** An editor who changes the report on its branch. */
function edit(change: (text: string) => string, branch = BRANCH): void {
  const files = { [PATH]: change(project.report(branch) ?? '') };
  project.github.editor.commit(REPOSITORY, branch, files);
}

const reword = (text: string) => text.replace('Change number 1', 'My own words about it');

describe('the first run', () => {
  test('commits a draft to a new branch and opens a draft pull request', async () => {
    project = await Project.start();
    const { exitCode, outputs, summary } = await project.step();
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      ...{ operation: 'created', changed: 'true', complete: 'true', branch: BRANCH },
      ...{ 'report-path': PATH, 'report-date': '2017-05-08' },
      ...{ 'period-start': '2017-05-01T00:00:00Z', 'period-end': '2017-05-08T00:00:00Z' },
      ...{ 'pull-request-number': '3', 'pull-request-url': 'https://github.com/acme/app/pull/3' },
      ...{ merged: '2', added: '["acme/app#1","acme/app#2"]', deleted: '[]' },
    });
    expect(done()).toEqual([
      ...['createRef ok', 'createCommitOnBranch ok', 'createPullRequest ok', 'createCheckRun ok'],
    ]);
    expect(project.report()).toContain('- Change number 1 [#1]');
    expect(openOnes()).toMatchObject([
      { isDraft: true, title: 'Development report for 8 May 2017' },
    ]);
    expect(summary).toContain('Change number 1');
  });

  test('commits on top of the base, and nothing but the report', async () => {
    project = await Project.start();
    await project.step();
    const [pull] = openOnes();
    expect(pull?.input.files).toMatchObject([{ path: PATH }]);
    expect(project.report('main')).toBeNull();
  });

  test('takes up a branch that an earlier run made without getting further', async () => {
    project = await Project.start();
    project.github.editor.createBranch(REPOSITORY, BRANCH);
    expect((await project.step()).outputs).toMatchObject({ operation: 'created' });
    expect(openOnes()).toHaveLength(1);
  });

  test('opens the pull request of a report that an earlier run could only commit', async () => {
    project = await Project.start();
    const arm = { times: 2, ...mutating('createPullRequest') };
    project.github.fail(beforeEffect(serverError(502, 'json')), arm);
    const first = await project.step();
    expect([first.exitCode, openOnes().length]).toEqual([3, 0]);
    expect(first.annotations[0]?.data).toContain('nothing is done twice');
    await project.step();
    expect(openOnes()).toHaveLength(1);
  });
});

describe('a later run', () => {
  test('without news changes nothing, in at most three requests more than the report needs', async () => {
    project = await Project.start();
    await project.step();
    const before = done();
    const { outputs, requests } = await project.step();
    expect(outputs).toMatchObject({ operation: 'unchanged', changed: 'false', branch: BRANCH });
    expect(done()).toEqual(before);
    const facts = project.github.log.requests
      .slice(-requests)
      .filter(({ operation }) => !operation.startsWith('Action'));
    expect(requests - facts.length).toBeLessThanOrEqual(3);
  });

  test('brings news into what an editor has committed, and keeps every word', async () => {
    project = await Project.start();
    await project.step();
    edit((text) => reword(text).replace('None in this period.', 'My own sentence.'));
    project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(9));
    const { outputs } = await project.step();
    expect(outputs).toMatchObject({ operation: 'updated', added: '["acme/app#9"]' });
    expect(project.report()).toMatch(
      /My own words about it[^]*Change number 9[^]*My own sentence\./,
    );
    expect(openOnes()).toHaveLength(1);
    expect(openOnes()[0]?.input.body).toContain('1 added\\: `#9`');
  });

  test('keeps what an editor commits while it runs', async () => {
    project = await Project.start();
    await project.step();
    project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(9));
    const stop = project.github.beforeMutation('createCommitOnBranch', () => {
      stop();
      edit(reword);
    });
    expect((await project.step()).outputs).toMatchObject({ operation: 'updated' });
    expect(project.report()).toMatch(/My own words about it[^]*Change number 9/);
  });

  test('gives up after three tries, and says that nothing was overwritten', async () => {
    project = await Project.start();
    await project.step();
    project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(9));
    let count = 0;
    project.github.beforeMutation('createCommitOnBranch', () => {
      count += 1;
      edit((text) => `${text}\nLine ${String(count)}\n`);
    });
    const { exitCode, annotations } = await project.step();
    expect([exitCode, count]).toEqual([3, 3]);
    expect(annotations[0]?.data).toMatch(/moved again and again[^]*Nothing of it was overwritten/);
    expect(project.report()).toContain('Line 3');
  });
});
