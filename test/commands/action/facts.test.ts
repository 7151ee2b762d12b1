import { afterEach, describe, expect, test } from 'vitest';
import { fieldLost, serverError } from '../../github/failures.ts';
import { BRANCH, config, merged, Project, REPOSITORY } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

test('an incomplete report says so in its outputs, its annotations and its pull request', async () => {
  project = await Project.start({ now: '2017-05-05T06:00:00Z' });
  const { exitCode, outputs, annotations } = await project.step({ week: '2017-W18' });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ operation: 'created', complete: 'false' });
  expect(annotations[0]).toMatchObject({
    name: 'warning',
    properties: { title: 'devreport: period-open' },
  });
  const [pull] = project.github.editor.openFrom(REPOSITORY, 'devreport/2017-05-07');
  expect(pull?.input.body).toMatch(/#### Incomplete[^]*The period is not over/);
});

test('strict writes nothing of an incomplete report', async () => {
  project = await Project.start({ now: '2017-05-05T06:00:00Z' });
  const { exitCode, annotations } = await project.step({ week: '2017-W18', strict: 'true' });
  expect(exitCode).toBe(3);
  expect(annotations).toMatchObject([
    { name: 'error', properties: { title: 'devreport: incomplete' } },
  ]);
  expect(project.github.mutations).toEqual([]);
});

test('another token reads the facts of an organisation, the own one writes', async () => {
  project = await Project.start({
    files: { 'devreport.yml': config.replace('repositories: [acme/app]\n', '') },
    others: [{ name: 'acme/lib', pullRequests: [merged(7)] }],
    tokens: { 'reading-token-0123456789': { kind: 'app', permissions: { contents: 'read' } } },
  });
  const inputs = { organizations: 'acme', 'read-token': 'reading-token-0123456789' };
  const { exitCode, outputs, log } = await project.step(inputs);
  expect([exitCode, outputs['operation'], outputs['merged']]).toEqual([0, 'created', '3']);
  expect(project.report(BRANCH)).toContain('acme/lib/pull/7');
  const logins = (isOwn: boolean) =>
    new Set(
      project.github.log.requests
        .filter(
          ({ operation, mutations }) =>
            (operation.startsWith('Action') || mutations.length > 0) === isOwn,
        )
        .map(({ login }) => login),
    );
  expect([...logins(true)]).toEqual(['github-actions[bot]']);
  expect([...logins(false)]).toEqual(['some-app[bot]']);
  expect(log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('reading-token');
});

describe('what GitHub answers in part', () => {
  const asks = (operation: string) => ({
    matches: (request: { operation: string }) => request.operation === operation,
  });

  test('is asked again, and never taken for a missing report', async () => {
    project = await Project.start();
    await project.step();
    const lost = fieldLost(['repository', 'branch', 'target', 'file']);
    project.github.fail(lost, { ...asks('ActionBranch'), times: 1 });
    expect((await project.step()).outputs).toMatchObject({ operation: 'unchanged' });
    project.github.fail(lost, asks('ActionBranch'));
    const { exitCode, annotations } = await project.step();
    expect([exitCode, annotations[0]?.name]).toEqual([3, 'error']);
  });

  test('about a branch that does not exist is no reason to stop', async () => {
    project = await Project.start();
    project.github.fail(fieldLost(['repository', 'base', 'compare']), asks('ActionBranch'));
    expect((await project.step()).outputs).toMatchObject({ operation: 'created' });
  });

  test('is asked in smaller parts where all reports are too much at once', async () => {
    const earlier = Array.from({ length: 40 }, (_, index) => {
      const date = new Date(Date.UTC(2016, 0, 4 + 7 * index)).toISOString().slice(0, 10);
      return [`reports/${date}.md`, `# Report of ${date}\n`];
    });
    project = await Project.start({
      files: { 'devreport.yml': config, ...(Object.fromEntries(earlier) as object) },
    });
    const isWhole = ({ operation, query }: { operation: string; query: string }) =>
      operation === 'ActionBase' && query.includes('name type object');
    project.github.fail(serverError(502, 'html'), { matches: isWhole });
    expect((await project.step()).outputs).toMatchObject({ operation: 'created' });
    expect(project.report()).toContain('The forty-first weekly development report');
  });
});
