import { afterEach, expect, test } from 'vitest';
import { failsOn, secondaryLimit, serverError, socket } from './failures.ts';
import type { GitHub } from './server.ts';
import {
  afterEffect,
  beforeEffect,
  contentLimit,
  mutating,
  refused,
  submittedTooQuickly,
} from './write-failures.ts';
import { createBranch, headOf, startForWriting } from './writing.ts';

let github: GitHub;
afterEach(() => github.close());

const branch = 'devreport/1';
const once = { times: 1, ...mutating('createRef') };

/** The branch after an attempt that fails, and how the next one goes. */
async function attempts(): Promise<{ status: number | 'lost'; done: boolean; again: string }> {
  const status = await createBranch(github, branch).then(
    (reply) => reply.status,
    () => 'lost' as const,
  );
  const done = headOf(github, branch) !== '';
  const reply = await createBranch(github, branch);
  return { status, done, again: reply.errors?.[0]?.type ?? 'ok' };
}

test.each([
  [serverError(502), { status: 502, done: false, again: 'ok' }],
  [afterEffect(serverError(502)), { status: 502, done: true, again: 'UNPROCESSABLE' }],
  [beforeEffect(socket('lost')), { status: 'lost', done: false, again: 'ok' }],
  [socket('lost'), { status: 'lost', done: true, again: 'UNPROCESSABLE' }],
  [socket('cut'), { status: 'lost', done: true, again: 'UNPROCESSABLE' }],
  [secondaryLimit({ retryAfter: 60 }), { status: 403, done: false, again: 'ok' }],
  [contentLimit(), { status: 403, done: false, again: 'ok' }],
  [submittedTooQuickly(), { status: 200, done: false, again: 'ok' }],
  [refused('FORBIDDEN', 'No'), { status: 200, done: false, again: 'ok' }],
])('$name', async (failure, expected) => {
  github = await startForWriting();
  github.fail(failure, once);
  expect(await attempts()).toEqual(expected);
});

test('an answer that is lost leaves its trace in the list of mutations, one that never came does not', async () => {
  github = await startForWriting();
  github.fail(beforeEffect(serverError(502)), { on: 1 });
  github.fail(afterEffect(serverError(502)), { on: 2 });
  await createBranch(github, branch);
  expect(github.mutations).toEqual([]);
  await createBranch(github, branch);
  expect(github.mutations).toMatchObject([{ name: 'createRef', outcome: 'ok', request: 2 }]);
});

test('a failure that looks at the answer twice does it once', async () => {
  github = await startForWriting();
  github.fail(failsOn('no such text', serverError(502)));
  expect((await createBranch(github, branch)).errors).toBeUndefined();
  expect(github.mutations).toHaveLength(1);
});

test('the limit of content says how long to wait', async () => {
  github = await startForWriting();
  github.fail(contentLimit({ retryAfter: 90 }));
  const reply = await createBranch(github, branch);
  expect(reply.headers.get('retry-after')).toBe('90');
  expect(reply).toMatchObject({
    message: expect.stringMatching('blocked from content creation') as string,
  });
});

test('refusals name the mutations of the request', async () => {
  github = await startForWriting();
  github.fail(submittedTooQuickly());
  expect(await createBranch(github, branch)).toMatchObject({
    data: { createRef: null },
    errors: [{ type: 'UNPROCESSABLE', path: ['createRef'], message: 'was submitted too quickly' }],
  });
});
