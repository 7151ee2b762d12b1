import { afterEach, describe, expect, test } from 'vitest';
import { serverError } from '../../github/failures.ts';
import { afterEffect, mutating } from '../../github/write-failures.ts';
import { BRANCH, merged, Project, REPOSITORY } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

const sent = () => project.github.mutations.map(({ name }) => name);
const addNews = () => project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(9));
const bodyOf = () => project.github.editor.openFrom(REPOSITORY, BRANCH)[0]?.body ?? '';

describe('a run without news writes nothing', () => {
  test.each([
    ['where nothing was checked', { check: 'off' }, (body: string) => body],
    ['where nothing is to correct', {}, (body: string) => body],
    ['where a person took the markers', {}, () => 'My own words.'],
  ])('%s', async (_, inputs, change) => {
    project = await Project.start();
    await project.step(inputs);
    addNews();
    await project.step(inputs);
    project.github.editor.edit('acme/app#3', { body: change(bodyOf()) });
    const before = sent();
    expect((await project.step(inputs)).outputs).toMatchObject({ operation: 'unchanged' });
    expect(sent()).toEqual(before);
  });
});

describe('what a person does during a run', () => {
  test('stays in the body', async () => {
    project = await Project.start();
    await project.step();
    addNews();
    project.github.beforeMutation('createCommitOnBranch', () => {
      project.github.editor.edit('acme/app#3', { body: `My words\r\n\r\n${bodyOf()}` });
    });
    await project.step();
    expect(bodyOf()).toMatch(/^My words\r\n\r\n<!-- devreport:begin [^]*1 added/);
  });

  test('is the end of a pull request: no other one is opened when the answer to the first is lost', async () => {
    project = await Project.start();
    const arm = { times: 1, ...mutating('createPullRequest') };
    project.github.fail(afterEffect(serverError(502)), arm);
    project.github.afterMutation('createPullRequest', () =>
      project.github.editor.close('acme/app#3'),
    );
    const { outputs } = await project.step();
    expect(outputs).toMatchObject({ 'pull-request-number': '3' });
    expect(sent().filter((name) => name === 'createPullRequest')).toHaveLength(1);
  });
});
