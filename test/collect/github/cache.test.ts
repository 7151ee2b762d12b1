import { access, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCache } from '../../../src/collect/cache.ts';
import { githubSource } from '../../../src/collect/github/github-source.ts';
import type { Period } from '../../../src/period/period.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { generateRepository } from '../../github/data/generate.ts';
import { rewritten } from '../../github/failures.ts';
import { nullNodes, wrongCount } from '../../github/page-failures.ts';
import { startGitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { operations } from './support.ts';

const period: Period = {
  kind: 'week',
  start: '2017-05-01T00:00:00Z',
  end: '2017-05-08T00:00:00Z',
  timezone: 'UTC',
  date: '2017-05-08',
};
const later = '2017-06-01T00:00:00Z';

async function setUp(merged = 30) {
  const repository = generateRepository({
    name: 'acme/app',
    start: period.start,
    end: period.end,
    merged,
    activeIssues: 30,
    quietIssues: 30,
    today: later,
    touchedSince: 0.9,
    seed: 1,
  });
  const github = await startGitHub({ data: dataSet({ repositories: [repository] }), now: later });
  onTestFinished(() => github.close());
  const cacheFolder = join(await temporaryFolder(), 'cache');
  const collect = async (
    options: { token?: string; now?: string; signal?: AbortSignal; folder?: string } = {},
  ) => {
    github.log.clear();
    const source = githubSource({
      graphqlUrl: github.graphqlUrl,
      server: 'https://github.com',
      token: options.token ?? github.token,
      now: options.now ?? later,
      cacheFolder: options.folder ?? cacheFolder,
    });
    const signal = options.signal ?? new AbortController().signal;
    return source.collect(['acme/app'], period, signal);
  };
  const requests = () => github.log.requests.length;
  return { github, collect, requests, cacheFolder };
}

/** The snapshot without its costs. */
function facts({ collected: _, ...rest }: Snapshot) {
  return rest;
}

test('asks for a period that is long over only once', async () => {
  const { collect, requests } = await setUp();
  const first = await collect();
  expect(requests()).toBeGreaterThan(3);
  const second = await collect();
  expect(requests()).toBe(0);
  expect(facts(second)).toEqual(facts(first));
  expect(second.collected).toMatchObject({ requests: 0, points: 0 });
});

test.each([
  ['the numbers of periods before', ['snapshot', 'https://github.com', ['acme/app'], []]],
  ['bodies', ['snapshot with history', 'https://github.com', ['acme/app'], [], 0, 0]],
])('asks again where an older version has not kept %s', async (_, question) => {
  const { github, collect, requests, cacheFolder } = await setUp();
  const known = await collect({ folder: await temporaryFolder() });
  const cache = await openCache({
    folder: cacheFolder,
    scope: [github.graphqlUrl, github.token, period.start, period.end],
    now: later,
    onUnusable: (message) => expect.fail(message),
  });
  await cache.put(JSON.stringify(question), { ...known, pullRequests: [] });
  await cache.close();
  expect(facts(await collect())).toEqual(facts(known));
  expect(requests()).toBeGreaterThan(3);
});

test('resumes a run that was stopped', async () => {
  const { github, collect, requests } = await setUp(250);
  const whole = await collect({ folder: await temporaryFolder() });
  const all = requests();

  const controller = new AbortController();
  const stop = all;
  github.before(({ number }) => {
    if (number === stop) controller.abort(new Error('stopped'));
  });
  await expect(collect({ signal: controller.signal })).rejects.toThrow('stopped');

  const resumed = await collect();
  expect(facts(resumed)).toEqual(facts(whole));
  expect(requests()).toBeLessThan(all * 0.7);
});

test('survives a damaged cache, and another run at the same time', async () => {
  const { collect, requests, cacheFolder } = await setUp();
  const whole = await collect();
  const files = (await readdir(cacheFolder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const [index, { parentPath, name }] of files.entries()) {
    await writeFile(join(parentPath, name), ['', '{"version":1', 'mine'][index % 3] ?? '');
  }
  expect(facts(await collect())).toEqual(facts(whole));
  expect(requests()).toBeGreaterThan(3);

  await rm(cacheFolder, { recursive: true });
  const both = await Promise.all([collect(), collect()]);
  expect(both.map(facts)).toEqual([facts(whole), facts(whole)]);
  expect(facts(await collect())).toEqual(facts(whole));
  expect(requests()).toBe(0);
});

test.each([wrongCount('Query.search', 5), nullNodes('PullRequest.files', true)])(
  'does not keep the answers of an incomplete run: $name',
  async (failure) => {
    const { github, collect } = await setUp();
    const disarm = github.fail(failure);
    expect(await collect()).toMatchObject({ complete: false });
    disarm();
    expect(await collect()).toMatchObject({ complete: true, warnings: [] });
  },
);

test('asks again whether authors are newcomers, after GitHub failed to answer', async () => {
  const { github, collect } = await setUp();
  const refused = rewritten('refused', (reply) => {
    reply.data = { f0: null };
    reply.errors = [{ message: 'No.', type: 'FORBIDDEN', path: ['f0'] }];
  });
  const disarm = github.fail(refused, {
    matches: ({ variables }) => JSON.stringify(variables).includes('author:'),
  });
  const first = await collect();
  expect(first.complete).toBe(true);
  expect(first.warnings.map(({ code }) => code)).toEqual(['newcomers-unknown']);
  disarm();
  expect((await collect()).warnings).toEqual([]);
  expect(operations(github)).not.toHaveProperty('PullRequests');
});

test('keeps nothing of a period that may still change', async () => {
  const { collect, requests, cacheFolder } = await setUp();
  for (const now of ['2017-05-05T00:00:00Z', '2017-05-08T23:59:59Z']) {
    await collect({ now });
    await collect({ now });
    expect(requests()).toBeGreaterThan(0);
  }
  await expect(access(cacheFolder)).rejects.toThrow('ENOENT');
});

describe('permissions', () => {
  test('another token has a cache of its own', async () => {
    const { collect } = await setUp();
    await collect();
    await expect(collect({ token: 'ghp_another' })).rejects.toMatchObject({
      code: 'github-unauthorized',
    });
  });

  test('asks again for a repository that was forbidden', async () => {
    const { github, collect } = await setUp();
    const [repository] = github.data.repositories;
    if (!repository) throw new Error('the data has a repository');
    repository.access = 'saml';
    await expect(collect()).rejects.toMatchObject({ name: 'SourceError' });
    repository.access = 'granted';
    expect(await collect()).toMatchObject({ complete: true });
  });
});
