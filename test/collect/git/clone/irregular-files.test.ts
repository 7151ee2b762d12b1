import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, git, History, temporary } from '../repository.ts';

const at = '2017-05-02T00:00:00Z';
function clone(): string {
  const history = new History();
  history.commit({ message: 'Add (#1)', at, files: { a: 'x' } });
  const parent = temporary();
  git(parent, ['clone', '--quiet', history.write(), 'c']);
  return join(parent, 'c');
}

const collectSoon = (directory: string, variables: NodeJS.ProcessEnv = {}) =>
  collect(directory, { variables, patience: 300 });

/** Puts a pipe, which nobody writes to, in the place of a file. */
function pipe(path: string): void {
  rmSync(path, { force: true });
  execFileSync('mkfifo', [path]);
}

describe('a file that never ends is an error that names it', () => {
  it.each(['shallow', 'info/attributes', 'config', 'HEAD', 'packed-refs', 'refs/heads/main'])(
    'a pipe: %s',
    async (name) => {
      const directory = clone();
      const file = join(directory, '.git', name);
      mkdirSync(join(file, '..'), { recursive: true });
      pipe(file);
      await expect(collectSoon(directory)).rejects.toMatchObject({
        name: 'UnreadableClone',
        message: expect.stringContaining(`${file} is a pipe or a device, not a file`) as string,
      });
    },
  );

  it('a pipe that the configuration includes', async () => {
    const directory = clone();
    const file = join(directory, 'included');
    pipe(file);
    appendFileSync(join(directory, '.git/config'), '[include]\n\tpath = ../included\n');
    await expect(collectSoon(directory)).rejects.toMatchObject({
      name: 'UnreadableClone',
      message: expect.stringContaining(`${file} is a pipe or a device`) as string,
    });
  });

  it.each(['shallow', 'info/attributes'])('a device, a folder, a huge file: %s', async (name) => {
    const directory = clone();
    const file = join(directory, '.git', name);
    mkdirSync(join(file, '..'), { recursive: true });
    const fails = async (message: string) => {
      await expect(collectSoon(directory)).rejects.toMatchObject({
        code: 'git-file-unreadable',
        message,
      });
      rmSync(file, { recursive: true });
    };
    rmSync(file, { force: true });
    symlinkSync('/dev/zero', file);
    await fails(`${file} is a pipe or a device, not a file.`);
    mkdirSync(file);
    await fails(`${file} is a folder, not a file.`);
    // Git itself would read the whole of it.
    if (name === 'shallow') return;
    writeFileSync(file, '');
    truncateSync(file, 65 * 1024 * 1024);
    await fails(`${file} is larger than 64 MiB.`);
  });
});

describe('what can’t be looked at does not disturb a clone', () => {
  it.each([
    ['links in a circle', (git: string) => symlinkSync('loop', join(git, 'refs/heads/loop'))],
    ['a path that is too long', (git: string) => include(git, 'p'.repeat(5_000))],
    ['a device that is not included', (git: string) => setting(git, 'foo', '/dev/null')],
  ])('%s', async (_, spoil) => {
    const directory = clone();
    spoil(join(directory, '.git'));
    const { pullRequests } = await collectSoon(directory);
    expect(pullRequests).toHaveLength(1);
  });

  function include(git: string, path: string): void {
    setting(git, 'includeIf "gitdir:/nowhere/"', path);
  }

  function setting(git: string, section: string, path: string): void {
    appendFileSync(join(git, 'config'), `[${section}]\n\tpath = ${path}\n`);
  }
});

it('a commit message without a sane end is an error', async () => {
  const history = new History();
  history.commit({
    message: `Add (#1)\n\n${'long '.repeat(4 * 1024 * 1024)}`,
    at,
    files: { a: 'x' },
  });
  await expect(collect(history.write())).rejects.toMatchObject({ code: 'git-too-long' });
});

it('a path with a line break in it is a path', async () => {
  const parent = join(temporary(), 'two\nlines\n');
  mkdirSync(parent);
  git(parent, ['clone', '--quiet', clone(), 'c']);
  const { pullRequests } = await collectSoon(join(parent, 'c'));
  expect(pullRequests).toHaveLength(1);
});

it('a git that is too old is an error', async () => {
  const bin = temporary();
  // What git 2.30 prints.
  const script = '#!/bin/sh\nfor last; do :; done\necho "--path-format=absolute"\necho .git\n';
  writeFileSync(join(bin, 'git'), script, { mode: 0o755 });
  await expect(collectSoon(clone(), { PATH: `${bin}:/usr/bin:/bin` })).rejects.toMatchObject({
    code: 'git-too-old',
    hint: expect.stringContaining('Install git 2.32 or newer') as string,
  });
});
