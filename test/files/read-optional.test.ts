import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listOptional, readOptional } from '../../src/files/read-optional.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('only regular files of a sane size are read', () => {
  test('no pipe, which nobody writes to', async () => {
    const path = join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [path]);
    expect(() => readOptional(path, null)).toThrow(`${path} is a pipe or a device, not a file.`);
  });

  test('no folder, no device, not even by a link', async () => {
    const folder = await temporaryFolder();
    symlinkSync('/dev/zero', join(folder, 'zero'));
    expect(() => readOptional(join(folder, 'zero'), null)).toThrow('is a pipe or a device');
    expect(() => readOptional(folder, null)).toThrow(`${folder} is a folder, not a file.`);
  });

  test('none above the limit', async () => {
    const path = join(await temporaryFolder(), 'large');
    writeFileSync(path, '');
    truncateSync(path, 2 * 1024 * 1024 + 1);
    const limit = 2 * 1024 * 1024;
    expect(() => readOptional(path, null, limit)).toThrow(`${path} is larger than 2 MiB.`);
    truncateSync(path, limit);
    expect(readOptional(path, null, limit)).toHaveLength(limit);
  });

  test.runIf(existsSync('/proc/self/status'))('also those whose size is said to be 0', () => {
    expect(readOptional('/proc/self/status', null)).toContain('\nPid:');
  });

  test.each(['nothing', 'file/below', 'dangling'])('%s is missing', async (name) => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(readOptional(join(folder, name), folder)).toBe(null);
    expect(listOptional(join(folder, name), folder)).toEqual([]);
  });

  test('a path with a NUL is an error', () => {
    expect(() => readOptional('/tmp/a\0b', null)).toThrow('(ERR_INVALID_ARG_VALUE)');
  });
});

describe('links stay inside', () => {
  test.each<[string, string]>([
    ['../outside/file', 'leads outside of'],
    ['/etc/passwd', 'leads outside of'],
    ['inner', 'leads outside of'],
    ['.git/config', 'leads into a git directory'],
    ['sub/.GIT/config', 'leads into a git directory'],
  ])('not to %s', async (target, message) => {
    const folder = await temporaryFolder();
    for (const name of ['outside', 'root', 'root/.git', 'root/sub', 'root/sub/.GIT'])
      mkdirSync(join(folder, name));
    for (const name of ['outside/file', 'root/.git/config', 'root/sub/.GIT/config'])
      writeFileSync(join(folder, name), 'secret');
    symlinkSync('../outside/file', join(folder, 'root/inner'));
    symlinkSync(target, join(folder, 'root/link'));
    const root = join(folder, 'root');
    expect(() => readOptional(join(root, 'link'), root)).toThrow(message);
    expect(() => listOptional(join(root, 'link'), root)).toThrow(message);
  });

  test('a root that is itself a link', async () => {
    const folder = await temporaryFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/file'), 'text');
    symlinkSync('real', join(folder, 'root'));
    expect(readOptional(join(folder, 'root/file'), join(folder, 'root'))).toBe('text');
  });
});
