import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAtomically } from '../../src/files/write-atomically.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('a file that has other content than expected stays', () => {
  test('another text', async () => {
    const path = join(await temporaryFolder(), 'report.md');
    writeFileSync(path, 'saved meanwhile');
    expect(writeAtomically(path, 'new', 'old', null)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('saved meanwhile');
    expect(writeAtomically(path, 'new', 'saved meanwhile', null)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  test('a file that was missing, and one that is missing now', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.md');
    expect(writeAtomically(path, 'new', 'old', null)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path, 'appeared');
    expect(writeAtomically(path, 'new', null, null)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('appeared');
    expect(readdirSync(folder)).toEqual(['report.md']);
  });
});

test('a file that was emptied just now is being saved: it stays for a while', async () => {
  const path = join(await temporaryFolder(), 'report.md');
  writeFileSync(path, '');
  expect(writeAtomically(path, 'new', '', null)).toBe(false);
  const before = Date.now() / 1000 - 5;
  utimesSync(path, before, before);
  expect(writeAtomically(path, 'new', '', null)).toBe(true);
});

describe('temporary files', () => {
  test('a stale one is removed, one of a present run and anything else stays', async () => {
    const folder = await temporaryFolder();
    const [stale, young, other] = [
      '.devreport-0123456789abcdef.tmp',
      '.devreport-fedcba9876543210.tmp',
      '.report.md.1',
    ];
    for (const name of [stale, young, other]) writeFileSync(join(folder, name), 'left');
    const old = Date.now() / 1000 - 3600;
    for (const name of [stale, other]) utimesSync(join(folder, name), old, old);
    expect(writeAtomically(join(folder, 'report.md'), 'new', null, null)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([young, other, 'report.md'].sort());
  });

  test('the longest names fit', async () => {
    const path = join(await temporaryFolder(), `${'n'.repeat(252)}.md`);
    expect(writeAtomically(path, 'new', null, null)).toBe(true);
    expect(writeAtomically(path, 'newer', 'new', null)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('newer');
  });
});

describe('a replaced file', () => {
  test('keeps its mode', async () => {
    const path = join(await temporaryFolder(), 'report.md');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    writeAtomically(path, 'new', 'old', null);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  // Only root can give files away, as a container's user often is.
  test.runIf(process.getuid?.() === 0)('keeps its owner', async () => {
    const path = join(await temporaryFolder(), 'report.md');
    writeFileSync(path, 'old');
    chownSync(path, 12_345, 54_321);
    writeAtomically(path, 'new', 'old', null);
    expect(statSync(path)).toMatchObject({ uid: 12_345, gid: 54_321 });
  });

  test('is where links lead, even to a missing file', async () => {
    const folder = await temporaryFolder();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'reports'));
    symlinkSync('../elsewhere/real.md', join(folder, 'elsewhere/link.md'));
    expect(writeAtomically(join(folder, 'reports/link.md'), 'new', null, folder)).toBe(true);
    expect(lstatSync(join(folder, 'elsewhere/link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'elsewhere/real.md'), 'utf8')).toBe('new');
  });

  // Node's own way to make folders never ends there.
  test.runIf(existsSync('/proc'))('a folder that cannot be made is an error', () => {
    const path = '/proc/devreport/reports/report.md';
    expect(() => writeAtomically(path, 'new', null, null)).toThrow(
      `Cannot write ${path} (ENOENT).`,
    );
  });

  test('links in a circle are an error', async () => {
    const folder = await temporaryFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(() => writeAtomically(join(folder, 'a'), 'new', null, null)).toThrow('(ELOOP)');
  });
});
