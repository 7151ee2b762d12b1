import { afterEach, describe, expect, test } from 'vitest';
import {
  BRANCH,
  config,
  merged,
  PATH,
  Project,
  type ProjectOptions,
  REPOSITORY,
} from './support.ts';

let project: Project;
afterEach(() => project.github.close());

async function after(first: boolean, options: ProjectOptions = {}): Promise<void> {
  project = await Project.start(options);
  if (first) await project.step();
}

const number = () => project.github.editor.openFrom(REPOSITORY, BRANCH)[0]?.number ?? 0;
const reference = () => `${REPOSITORY}#${String(number())}`;
const addNews = () => project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(9));

describe('a person’s decision stands', () => {
  test.each<[string, () => void, RegExp]>([
    ['merged', () => project.github.editor.merge(reference()), /#3 .* was merged.*input branch/],
    ['closed', () => project.github.editor.close(reference()), /#3 .* was closed.*Reopen it/],
    [
      'deleted the branch',
      () => project.github.editor.deleteBranch(REPOSITORY, BRANCH),
      /#3 .* was closed/,
    ],
    [
      'renamed the branch',
      () => project.github.editor.renameBranch(REPOSITORY, BRANCH, 'mine'),
      /#3 .* was closed/,
    ],
    [
      'removed the report',
      () => project.github.editor.commit(REPOSITORY, BRANCH, { [PATH]: null }),
      /is not on devreport\/2017-05-08, the branch of #3.*input output/,
    ],
  ])('who has %s', async (_, decide, why) => {
    await after(true);
    decide();
    addNews();
    const before = project.github.mutations.length;
    const { exitCode, outputs, annotations, summary } = await project.step();
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ operation: 'skipped', changed: 'false' });
    expect(annotations).toMatchObject([
      { name: 'notice', data: expect.stringMatching(why) as string },
    ]);
    expect(summary).toContain('input');
    expect(project.github.mutations).toHaveLength(before);
  });

  test('who has reopened the pull request has it updated again', async () => {
    await after(true);
    const one = reference();
    project.github.editor.close(one);
    project.github.editor.reopen(one);
    addNews();
    expect((await project.step()).outputs).toMatchObject({ operation: 'updated' });
  });

  test('who has removed the report from the base', async () => {
    await after(false, {
      branches: {
        main: {
          files: { 'devreport.yml': config, [PATH]: 'x' },
          commits: [{ files: { [PATH]: null } }],
        },
      },
    });
    const { outputs, annotations } = await project.step();
    expect(outputs).toMatchObject({ operation: 'skipped' });
    expect(annotations[0]?.data).toMatch(/was removed from main/);
  });
});

describe('what others made is not touched', () => {
  test('a branch of the same name', async () => {
    await after(false);
    project.github.editor.createBranch(REPOSITORY, BRANCH, { files: { 'a.txt': 'mine' } });
    const { exitCode, annotations } = await project.step();
    expect(exitCode).toBe(0);
    expect(annotations[0]?.data).toMatch(
      /has commits of its own.*devreport did not make it.*input branch/,
    );
    expect(project.github.mutations).toEqual([]);
  });

  test('a report that devreport did not write', async () => {
    await after(false);
    const files = { [PATH]: '# By hand\n' };
    project.github.editor.createBranch(REPOSITORY, BRANCH, { files });
    const { exitCode, annotations } = await project.step();
    expect(exitCode).toBe(2);
    expect(annotations).toMatchObject([{ name: 'error' }]);
    expect(project.report()).toBe('# By hand\n');
  });
});

test('hints name inputs, not options of the command line', async () => {
  await after(true);
  const { exitCode, annotations } = await project.step({
    ...{ week: '', since: '2017-05-02', until: '2017-05-08' },
  });
  expect(exitCode).toBe(2);
  expect(annotations[0]?.data).toMatch(/`(?:week|since)`/);
  expect(annotations[0]?.data).not.toMatch(/--(?:week|since|until)/);
});

describe('what GitHub does not allow', () => {
  test.each<[string, ProjectOptions, Record<string, string>, RegExp]>([
    [
      'workflows may not create pull requests',
      { repository: { actionsMayCreatePullRequests: false } },
      {},
      /pull-requests-off.*Allow GitHub Actions to create/s,
    ],
    [
      'no permission for contents',
      { as: { kind: 'action', permissions: { contents: 'read', 'pull-requests': 'write' } } },
      {},
      /permission-missing.*contents: write/s,
    ],
    [
      'no permission for pull requests',
      { as: { kind: 'action', permissions: { contents: 'write', 'pull-requests': 'read' } } },
      {},
      /permission-missing.*pull-requests: write/s,
    ],
    [
      'a protected base',
      {
        branches: {
          main: {
            files: { 'devreport.yml': config },
            protection: { requiredApprovingReviewCount: 1 },
          },
        },
      },
      { mode: 'commit' },
      /branch-protected.*mode: pull-request/s,
    ],
    [
      'a ruleset',
      { repository: { rulesets: [{ include: ['refs/heads/devreport/*'], rules: ['creation'] }] } },
      {},
      /branch-protected.*input branch/s,
    ],
  ])('%s', async (_, options, inputs, why) => {
    await after(false, options);
    const { exitCode, annotations } = await project.step(inputs);
    expect(exitCode).toBe(3);
    const [error, ...others] = annotations.filter(({ name }) => name === 'error');
    expect(`${error?.properties['title'] ?? ''} ${error?.data ?? ''}`).toMatch(why);
    expect(others).toEqual([]);
  });

  test('no permission for check runs is a notice', async () => {
    await after(false, {
      as: { kind: 'action', permissions: { contents: 'write', 'pull-requests': 'write' } },
    });
    const { exitCode, annotations } = await project.step();
    expect(exitCode).toBe(0);
    expect(annotations.map(({ data }) => data).join('\n')).toMatch(/checks: write/);
  });
});

describe('a config', () => {
  test('that is only on another branch', async () => {
    await after(false, {
      branches: { other: { from: 'main', files: { 'weekly.yml': config } } },
    });
    const { exitCode, annotations } = await project.step({ config: 'weekly.yml' });
    expect(exitCode).toBe(2);
    expect(annotations[0]?.data).toMatch(/weekly\.yml not found on main of acme\/app.*input base/s);
  });

  test('is read from the base that is named', async () => {
    await after(false, {
      branches: { other: { from: 'main', files: { 'weekly.yml': config } } },
    });
    const { outputs } = await project.step({ config: 'weekly.yml', base: 'other' });
    expect(outputs).toMatchObject({ operation: 'created' });
  });

  test('a base that does not exist', async () => {
    await after(false);
    const { exitCode, annotations } = await project.step({ base: 'nowhere' });
    expect(exitCode).toBe(3);
    expect(annotations[0]?.data).toMatch(/has no branch "nowhere".*input base/s);
  });
});
