import { afterEach, expect, test } from 'vitest';
import type { GitHub } from './server.ts';
import { headOf, idOf, mutate, startForWriting } from './writing.ts';

let github: GitHub;
afterEach(() => github.close());

const annotations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    path: 'reports/1.md',
    annotationLevel: 'WARNING',
    message: `Finding ${index}`,
    location: { startLine: index + 1, endLine: index + 1 },
  }));

const fields = `checkRun { id name status conclusion title summary completedAt url
  annotations(first: 1) { totalCount nodes { path message annotationLevel location { start { line } } } } }`;

interface Payload {
  checkRun: { id: string } | null;
}

const create = (more: object = {}, token?: string) =>
  mutate<Payload>(
    github,
    'createCheckRun',
    { repositoryId: idOf(github), name: 'devreport', headSha: headOf(github), ...more },
    fields,
    token,
  );

test('a check run with annotations, and more of them later', async () => {
  github = await startForWriting({}, { now: '2024-01-08T06:00:00Z' });
  const output = { title: 'Two findings', summary: 'Look', annotations: annotations(50) };
  const { data } = await create({ conclusion: 'NEUTRAL', output });
  expect(data?.['createCheckRun']).toMatchObject({
    checkRun: {
      ...{ name: 'devreport', status: 'COMPLETED', conclusion: 'NEUTRAL', summary: 'Look' },
      completedAt: '2024-01-08T06:00:00Z',
      annotations: {
        totalCount: 50,
        nodes: [
          { message: 'Finding 0', annotationLevel: 'WARNING', location: { start: { line: 1 } } },
        ],
      },
    },
  });
  const input = {
    repositoryId: idOf(github),
    checkRunId: data?.['createCheckRun']?.checkRun?.id,
    output: { ...output, annotations: annotations(3) },
  };
  expect((await mutate(github, 'updateCheckRun', input, fields)).data).toMatchObject({
    updateCheckRun: { checkRun: { annotations: { totalCount: 53 } } },
  });
  expect(github.data.repository('acme/app')?.checkRuns).toMatchObject([
    { name: 'devreport', headSha: headOf(github), annotationList: { length: 53 } },
  ]);
});

test('more than 50 annotations at once: null, without an error, and no check run', async () => {
  github = await startForWriting();
  const reply = await create({
    output: { title: 'T', summary: 'S', annotations: annotations(51) },
  });
  expect(reply.errors).toBeUndefined();
  expect(reply.data).toEqual({ createCheckRun: { checkRun: null } });
  expect(github.data.repository('acme/app')?.checkRuns).toEqual([]);
});

test.each([
  [{ headSha: '0'.repeat(40) }, /^No commit found for SHA: 0+$/],
  [{ status: 'COMPLETED' }, /needs a conclusion/],
  [{ output: { title: 'T', summary: 'x'.repeat(65_536) } }, /maximum bytesize of 65535/],
])('refuses %#', async (more, message) => {
  github = await startForWriting();
  const { errors } = await create(more);
  expect(errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
  expect(errors?.[0]?.message).toMatch(message);
});

test('only the App that made it may change it', async () => {
  github = await startForWriting({}, { tokens: { app: { kind: 'app' } } });
  const { data } = await create();
  const checkRunId = data?.['createCheckRun']?.checkRun?.id;
  const input = { repositoryId: idOf(github), checkRunId, conclusion: 'SUCCESS' };
  const reply = await mutate(github, 'updateCheckRun', input, fields, 'app');
  expect(reply.errors).toMatchObject([{ type: 'FORBIDDEN' }]);
});
