import { execFileSync } from 'node:child_process';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { gitSource } from '../../../src/collect/git/git-source.ts';
import { collect, git, History, temporary, WEEK } from './repository.ts';

const codes = async (...args: Parameters<typeof collect>): Promise<string[]> => {
  const { warnings, complete } = await collect(...args);
  const [first, ...rest] = warnings.map(({ code }) => code);
  expect(first).toBe('git-no-issues');
  expect(complete).toBe(rest.length === 0);
  return rest;
};

describe('a shallow clone', () => {
  const history = new History();
  for (const [index, at] of ['04-20', '04-28', '05-02', '05-04'].entries()) {
    const number = index + 1;
    history.merge({
      ...{ number, head: 'linuxkit/x', title: `T${String(number)}`, at: `2017-${at}T00:00:00Z` },
      files: { a: String(number) },
    });
  }
  const shallow = (depth: number): string => {
    const directory = temporary();
    const bare = history.write();
    git(directory, ['clone', '--quiet', '--bare', '--depth', String(depth), `file://${bare}`, 'c']);
    return join(directory, 'c');
  };

  it('is incomplete when it ends inside the period', async () => {
    const directory = shallow(2);
    expect(await codes(directory)).toEqual(['git-shallow', 'git-files-unknown']);
    const { pullRequests, warnings } = await collect(directory);
    expect(pullRequests).toMatchObject([
      { number: 3, author: { login: null }, files: null, filesComplete: false },
      { number: 4, author: { name: 'Ada Author' }, files: [{ path: 'a', additions: 1 }] },
    ]);
    expect(warnings[1]?.message).toContain('begins on 2017-05-02');
  });

  it('is complete when it ends before the period', async () => {
    const directory = shallow(3);
    expect(await codes(directory)).toEqual([]);
    expect((await collect(directory)).pullRequests).toMatchObject([{ number: 3 }, { number: 4 }]);
  });
});

it('warns of a history that begins after the period', async () => {
  const history = new History();
  history.commit({ message: 'Import (#1)', at: '2017-05-08T00:00:00Z' });
  expect(await codes(history.write())).toEqual(['git-history-begins-later']);
});

describe('a clone last fetched', () => {
  const history = new History();
  history.commit({ message: 'Add (#1)', at: '2017-05-02T00:00:00Z' });
  const clonedAt = (instant: string): string => {
    const parent = temporary();
    git(parent, ['clone', '--quiet', history.write(), 'c']);
    const directory = join(parent, 'c');
    git(directory, ['fetch', '--quiet']);
    const files = ['FETCH_HEAD', 'packed-refs', 'logs/refs/remotes/origin/HEAD'];
    const time = new Date(instant);
    for (const file of files) utimesSync(join(directory, '.git', file), time, time);
    return directory;
  };

  it('before the end of the period may lack later merges', async () => {
    const directory = clonedAt('2017-05-05T10:11:12.345Z');
    expect(await codes(directory)).toEqual(['git-stale']);
    const { warnings } = await collect(directory);
    expect(warnings[1]?.message).toContain('2017-05-05T10:11:12Z');
  });

  it('after it lacks nothing, nor does one during a period that is still open', async () => {
    expect(await codes(clonedAt('2017-05-08T00:00:00Z'))).toEqual([]);
    const now = '2017-05-05T12:00:00Z';
    expect(await codes(clonedAt('2017-05-05T10:00:00Z'), { now })).toEqual([]);
  });

  it('before it, but with commits after it, lacks nothing', async () => {
    const directory = clonedAt('2017-05-05T10:00:00Z');
    git(directory, ['config', 'user.email', 'a@example.com']);
    git(directory, ['config', 'user.name', 'A']);
    git(directory, ['commit', '--quiet', '--allow-empty', '--message', 'Later']);
    git(directory, ['update-ref', 'refs/remotes/origin/main', 'HEAD']);
    expect(await codes(directory)).toEqual([]);
  });
});

describe('an error with a hint', () => {
  const errorOf = async (directory: string, variables = {}): Promise<unknown> =>
    collect(directory, { variables }).then(
      () => 'none',
      (error: unknown) => {
        const { name, code, message, hint } = error as Record<string, unknown>;
        return { name, code, message, hint };
      },
    );

  it('is thrown without a directory, a repository or a commit', async () => {
    expect(await errorOf('/nowhere/at/all')).toMatchObject({
      ...{ name: 'UsageError', code: 'git-directory-missing' },
      message: expect.stringContaining('/nowhere/at/all') as string,
      hint: expect.stringContaining('--git-dir') as string,
    });
    expect(await errorOf('/dev/null')).toMatchObject({ code: 'git-directory-missing' });
    const empty = temporary();
    expect(await errorOf(empty)).toMatchObject({
      ...{ name: 'SourceError', code: 'git-not-a-repository' },
      message: expect.stringContaining(empty) as string,
    });
    git(empty, ['init', '--quiet']);
    expect(await errorOf(empty)).toMatchObject({ name: 'SourceError', code: 'git-empty' });
  });

  it('is thrown without git', async () => {
    const bare = new History().write();
    expect(await errorOf(bare, { PATH: temporary() })).toMatchObject({
      ...{ name: 'SourceError', code: 'git-missing' },
      hint: expect.stringContaining('Install git') as string,
    });
  });

  it('is thrown for a damaged repository, with the reason of git', async () => {
    const history = new History();
    history.commit({ message: 'Add (#1)', at: '2017-05-02T00:00:00Z', files: { a: 'x' } });
    const directory = history.write();
    const remove = (object: string): void => {
      const hash = git(directory, ['rev-parse', object]);
      rmSync(join(directory, 'objects', hash.slice(0, 2), hash.slice(2)));
    };
    remove('main:a');
    expect(await errorOf(directory)).toMatchObject({
      code: 'git-failed',
      hint: expect.stringContaining('fsck') as string,
    });
    remove('main');
    expect(await errorOf(directory)).toMatchObject({
      message: expect.stringMatching(/^git log failed in .*: bad object [0-9a-f]+\.$/) as string,
    });
  });

  it('is thrown for a partial clone, whose missing files are not fetched', async () => {
    const history = new History();
    history.commit({ message: 'Add (#1)', at: '2017-05-02T00:00:00Z', files: { a: 'x' } });
    const bare = history.write();
    git(bare, ['config', 'uploadpack.allowFilter', 'true']);
    const directory = temporary();
    const filtered = ['--bare', '--filter=blob:none', `file://${bare}`, '.'];
    git(directory, ['clone', '--quiet', ...filtered]);
    const error = await errorOf(directory);
    expect(error).toMatchObject({ name: 'SourceError', code: 'git-partial-clone' });
    const [, command = ''] = /git -C "[^"]*" (.*)/.exec((error as { hint: string }).hint) ?? [];
    git(directory, [...command.split(' '), '--quiet']);
    expect(await errorOf(directory)).toBe('none');
  });

  it('is thrown for the clone of another user, until it is trusted', async () => {
    // A variable of git's own tests, which a program named git sets.
    const path = temporary();
    const program = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '${program}' "$@"\n`;
    writeFileSync(join(path, 'git'), script, { mode: 0o755 });
    const PATH = `${path}:${process.env['PATH'] ?? ''}`;
    const parent = temporary();
    const history = new History();
    history.commit({ message: 'Add (#1)', at: '2017-05-02T00:00:00Z' });
    git(parent, ['clone', '--quiet', history.write(), 'c']);
    const directory = join(parent, 'c');
    expect(await errorOf(directory, { PATH })).toMatchObject({
      ...{ name: 'SourceError', code: 'git-foreign-owner' },
      hint: expect.stringContaining(`safe.directory "${directory}"`) as string,
    });
    const HOME = temporary();
    const GIT_CONFIG_GLOBAL = join(HOME, '.gitconfig');
    writeFileSync(GIT_CONFIG_GLOBAL, `[safe]\n\tdirectory = ${directory}\n`);
    expect(await errorOf(directory, { PATH, HOME, GIT_CONFIG_GLOBAL })).toBe('none');
  });

  it('is thrown for several repositories, and for none', async () => {
    const source = gitSource({ directory: '.', now: '2017-05-08T09:00:00Z', environment: {} });
    const { signal } = new AbortController();
    await expect(source.collect(['a/b', 'a/c'], WEEK, signal)).rejects.toMatchObject({
      ...{ name: 'UsageError', code: 'git-one-repository' },
      message: expect.stringContaining('a/b, a/c') as string,
    });
    await expect(source.collect([], WEEK, signal)).rejects.toMatchObject({
      code: 'git-one-repository',
    });
  });
});

it('an aborted collection rejects with the reason', async () => {
  const history = new History();
  history.commit({ message: 'Add (#1)', at: '2017-05-02T00:00:00Z' });
  const directory = history.write();
  const reason = new Error('Ctrl-C');
  await expect(collect(directory, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const report = (): void => {
    controller.abort(reason);
  };
  await expect(collect(directory, { signal: controller.signal, report })).rejects.toBe(reason);
});
