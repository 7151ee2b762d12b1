import { afterEach, expect, test } from 'vitest';
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
