import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CacheOptions, openCache } from '../../src/collect/cache.ts';
import { temporaryFolder } from '../support/folder.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
const instant = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

async function setUp() {
  const folder = join(await temporaryFolder(), 'cache');
  const messages: string[] = [];
  const open = (parts: Partial<CacheOptions> = {}) =>
    openCache({
      folder,
      scope: ['a'],
      now: instant(now),
      onUnusable: (message) => messages.push(message),
      ...parts,
    });
  const files = async () => {
    const scopes = await readdir(folder);
    return (
      await Promise.all(
        scopes.map(async (scope) =>
          (await readdir(join(folder, scope))).map((file) => join(folder, scope, file)),
        ),
      )
    ).flat();
  };
  return { folder, open, messages, files };
}

test('the next run has the answers of the last one', async () => {
  const { open, messages } = await setUp();
  expect(await (await open()).get('q')).toBeUndefined();
  await (await open()).put('q', { title: 'x', list: [1, null] });
  expect(await (await open()).get('q')).toEqual({ title: 'x', list: [1, null] });
  expect(await (await open()).get('another')).toBeUndefined();
  expect(messages).toEqual([]);
});

test('another scope has none of the answers, and no name or file reveals the scope', async () => {
  const { folder, open, files } = await setUp();
  await (await open({ scope: ['https://x', 'ghp_secret'] })).put('q', 1);
  expect(await (await open({ scope: ['https://x', 'ghp_other'] })).get('q')).toBeUndefined();
  const contents = await Promise.all((await files()).map((file) => readFile(file, 'utf8')));
  expect([...(await readdir(folder)), ...contents].join()).not.toContain('secret');
});

test('only the owner can read the files', async () => {
  const { open, files } = await setUp();
  await (await open()).put('q', 1);
  const [file = ''] = await files();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

describe('ignores and replaces damaged and foreign files', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":1,"question":"other","answer":2}',
    '{"version":2,"question":"q","answer":2}',
    '\0\0\0',
  ])('%j', async (text) => {
    const { open, files, messages } = await setUp();
    await (await open()).put('q', 1);
    const [file = ''] = await files();
    await writeFile(file, text);
    expect(await (await open()).get('q')).toBeUndefined();
    await (await open()).put('q', 3);
    expect(await (await open()).get('q')).toBe(3);
    expect(messages).toEqual([]);
  });

  test('a folder where an answer should be', async () => {
    const { open, files, messages } = await setUp();
    await (await open()).put('q', 1);
    const [file = ''] = await files();
    await rm(file);
    await mkdir(file);
    const cache = await open();
    expect(await cache.get('q')).toBeUndefined();
    await cache.put('q', 2);
    expect(messages).toEqual([expect.stringContaining('Cannot use')]);
  });

  test('a pipe, which nobody writes to, and a device', async () => {
    const { open, files } = await setUp();
    await (await open()).put('q', 1);
    const [file = ''] = await files();
    await rm(file);
    execFileSync('mkfifo', [file]);
    expect(await (await open()).get('q')).toBeUndefined();
    await rm(file);
    await symlink('/dev/zero', file);
    expect(await (await open()).get('q')).toBeUndefined();
  });
});

test('removes what a killed run has left half written', async () => {
  const { open, files } = await setUp();
  await (await open()).put('q', 1);
  const [file = ''] = await files();
  await writeFile(`${file}.0a1b2c3d`, 'left');
  await writeFile(`${file}.d3c2b1a0`, 'being written');
  const left = (now - day) / 1000;
  await utimes(`${file}.0a1b2c3d`, left, left);
  await utimes(file, left, left);
  await open();
  expect(await files()).toEqual([file, `${file}.d3c2b1a0`]);
});

test.runIf(existsSync('/proc'))('a folder that cannot be made is reported', async () => {
  const { open, messages } = await setUp();
  expect(await (await open({ folder: '/proc/devreport/cache' })).get('q')).toBeUndefined();
  expect(messages).toEqual(['Cannot use the cache in /proc/devreport/cache (ENOENT).']);
});

test('a file where the folder should be: reports it once, and goes on without a cache', async () => {
  const { folder, open, messages } = await setUp();
  await writeFile(folder, 'mine');
  const cache = await open();
  await cache.put('q', 1);
  expect(await cache.get('q')).toBeUndefined();
  expect(messages).toEqual([`Cannot use the cache in ${folder} (ENOTDIR).`]);
  expect(await readFile(folder, 'utf8')).toBe('mine');
});

test('two runs at once', async () => {
  const { open, files, messages } = await setUp();
  const caches = await Promise.all([open(), open(), open()]);
  const questions = Array.from({ length: 20 }, (_, i) => `q${i}`);
  const answer = (question: string) => ({ question, filler: question.repeat(10_000) });
  await Promise.all(
    caches.flatMap((cache) =>
      questions.map(async (question) => {
        await cache.put(question, answer(question));
        expect(await cache.get(question)).toEqual(answer(question));
      }),
    ),
  );
  expect(await files()).toHaveLength(questions.length);
  expect(messages).toEqual([]);
});

test('removes scopes unused for a month, and nothing else in the folder', async () => {
  const { folder, open, files } = await setUp();
  await (await open({ scope: ['old'] })).put('q', 1);
  const [old = ''] = await files();
  await (await open({ scope: ['recent'] })).put('q', 1);
  await utimes(dirname(old), (now - 31 * day) / 1000, (now - 31 * day) / 1000);
  await mkdir(join(folder, 'notes'));
  await utimes(join(folder, 'notes'), 0, 0);
  await (await open({ scope: ['new'] })).put('q', 1);
  expect(await readdir(folder)).toContain('notes');
  expect(await files()).toHaveLength(2);
  expect(await files()).not.toContain(old);
});

test('clear removes all answers of the scope, even those still being written, and no others', async () => {
  const { open, files, messages } = await setUp();
  await (await open({ scope: ['other'] })).put('q', 1);
  await (await open()).put('q', 1);
  const cache = await open();
  const putting = cache.put('another', 'x'.repeat(100_000));
  await cache.clear();
  await putting;
  expect(cache.mayHave('q')).toBe(false);
  expect(await (await open()).get('q')).toBeUndefined();
  expect(await (await open({ scope: ['other'] })).get('q')).toBe(1);
  expect(await files()).toHaveLength(1);
  expect(messages).toEqual([]);
});

test('close waits for answers that are still being written, and ignores later ones', async () => {
  const { open, files, messages } = await setUp();
  const cache = await open();
  const writing = cache.put('q', 'x'.repeat(1_000_000));
  await cache.close();
  expect(await files()).toEqual([expect.stringMatching(/\.json$/)]);
  await cache.put('later', 1);
  expect(await files()).toHaveLength(1);
  await writing;
  expect(await (await open()).get('q')).toHaveLength(1_000_000);
  expect(messages).toEqual([]);
});

test('ignores a scope that another run removes in the meantime', async () => {
  const { folder, open, messages } = await setUp();
  await mkdir(folder);
  // Listed, but not to be found.
  await symlink('gone', join(folder, '0'.repeat(32)));
  const cache = await open();
  await cache.put('q', 1);
  expect(await cache.get('q')).toBe(1);
  expect(messages).toEqual([]);
});
