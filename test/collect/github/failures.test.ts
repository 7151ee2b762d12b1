import { afterAll, describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import {
  fieldLost,
  passing,
  resourceLimits,
  rewritten,
  serverError,
  socket,
} from '../../github/failures.ts';
import { nullCursor, nullNodes } from '../../github/page-failures.ts';
import { facts, repository, startDisturbed } from './disturbed.ts';
import { collectFrom, second, withGitHub } from './support.ts';

const { github, undisturbed, under } = await startDisturbed();
afterAll(() => github.close());

describe('a transient failure changes nothing', () => {
  test.each(passing().map((failure) => [failure.name, failure] as const))('%s', async (_, one) => {
    for (const when of [{ on: [1, 3, 6] }, { probability: 0.3, seed: 4 }]) {
      expect(facts(await under(one, when))).toEqual(facts(undisturbed));
    }
  });

  test('hung sockets', async () => {
    const hung = await under(socket('hung'), { on: [2, 5] }, { timeout: 150 });
    expect(facts(hung)).toEqual(facts(undisturbed));
  });

  test.each([
    ['502 for pages of more than 20', serverError(502, 'html')],
    ['504 for pages of more than 20', serverError(504)],
    ['resource limits for pages of more than 20', resourceLimits()],
  ])('%s', async (_, failure) => {
    const large = (value: unknown) => (Array.isArray(value) ? value.length : Number(value)) > 20;
    const snapshot = await under(failure, {
      matches: ({ variables }) => Object.values(variables).some(large),
    });
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });

  test('an item that is null once', async () => {
    const hole = rewritten('hole', ({ data }) => {
      const [nodes] = Object.values(data as Record<string, unknown>);
      if (Array.isArray(nodes)) nodes[0] = null;
    });
    const matches = ({ query }: { query: string }) => query.includes('nodes(ids');
    expect(facts(await under(hole, { times: 1, matches }))).toEqual(facts(undisturbed));
  });

  test('partial data without a field', async () => {
    const snapshot = await under(fieldLost(['f0', 'nodes', 3, 'files']), { times: 3 });
    expect(facts(snapshot)).toEqual(facts(undisturbed));
  });
});

test('warns of a closed issue that can’t be read, and has everything else', async () => {
  const repository = {
    name: 'acme/app',
    pullRequests: [{ mergedAt: second(1), closingIssuesReferences: [7], body: 'Fixes #8' }],
    issues: [7, 8].map((number) => ({ number, createdAt: '2016-01-01T00:00:00Z' })),
  };
  await withGitHub([repository], {}, async (github) => {
    github.fail(serverError(502), { matches: ({ query }) => query.startsWith('query Issues') });
    const snapshot = await collectFrom(github);
    expect(snapshot.pullRequests).toHaveLength(1);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings).toMatchObject([
      {
        code: 'items-unreadable',
        message: expect.stringMatching(/^Cannot read #7: HTTP 502/) as string,
      },
    ]);
  });
});

test('a server that stays down is an error', async () => {
  for (const failure of [serverError(502), serverError(503, 'html'), socket('lost')]) {
    const error = await under(failure).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({
      code: expect.stringMatching(/^github-un(available|reachable)$/) as unknown,
    });
  }
});

describe('what GitHub leaves out without an error', () => {
  const { name } = repository;

  test.each(['issues', 'pullRequests'])('an item of the first page of %s', async (list) => {
    const small = {
      name,
      issues: [{ createdAt: second(1) }],
      pullRequests: [{ createdAt: second(2) }],
    };
    await withGitHub([small], {}, async (github) => {
      const whole = await collectFrom(github);
      const disarm = github.fail(nullNodes(`Repository.${list}`, true), { times: 1 });
      expect(facts(await collectFrom(github))).toEqual(facts(whole));
      disarm();
      github.fail(nullNodes(`Repository.${list}`, true));
      const holed = await collectFrom(github);
      expect(holed.pullRequests).toEqual(whole.pullRequests);
      expect(holed.issues).toEqual(whole.issues);
      expect(holed.warnings).toMatchObject([{ code: 'list-cut', repository: name }]);
    });
  });

  test('an item that stays null', async () => {
    const hole = rewritten('hole', ({ data }) => {
      const [nodes] = Object.values(data as Record<string, unknown>);
      if (Array.isArray(nodes)) nodes[0] = null;
    });
    const snapshot = await under(hole, { matches: ({ query }) => query.includes('nodes(ids') });
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('items-unreadable');
  });

  test.each([
    ['files', 'nodes'],
    ['commits', 'nodes'],
    ['timeline', 'nodes'],
    ['closing', 'nodes'],
    ['labels', 'nodes'],
    ['closing', null],
    ['labels', null],
  ])('%s: null %s, once and always', async (list, inside) => {
    const matches = ({ query }: { query: string }) => /^query (PullRequests|Issues)/.test(query);
    const emptied = (names: string[]) =>
      rewritten('null', ({ data }) => visit(data, names, inside === null));
    expect(facts(await under(emptied([list]), { matches }))).toEqual(facts(undisturbed));
    const snapshot = await under(emptied([list, 'list']));
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings.map(({ code }) => code)).toContain('list-cut');
  });

  test('the end of the repository’s list, while search is behind', async () => {
    const late = Array.from({ length: 350 }, (_, n) => ({ createdAt: second(590_000 + n * 10) }));
    const early = Array.from({ length: 300 }, (_, n) => ({ createdAt: second(n * 10) }));
    const server = { indexLag: 86_400 };
    await withGitHub([{ name, issues: [...early, ...late] }], server, async (github) => {
      github.fail(nullCursor('Repository.issues'), {
        matches: ({ query }) => query.startsWith('query Listing'),
      });
      const snapshot = await collectFrom(github);
      expect(snapshot.complete).toBe(false);
      expect(snapshot.warnings).toMatchObject([{ code: 'list-cut', repository: name }]);
    });
  });
});

/** Sets the named lists to null, or their nodes. */
function visit(value: unknown, names: readonly string[], whole: boolean): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    visit(child, names, whole);
    if (!names.includes(key)) continue;
    if (whole) Object.assign(value, { [key]: null });
    else if (typeof child === 'object' && child !== null) Object.assign(child, { nodes: null });
  }
}
