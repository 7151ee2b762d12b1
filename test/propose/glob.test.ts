import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { fileGlob, folderGlob } from '../../src/propose/glob.ts';
import { hostilePath } from './hostile-path.ts';
import { runs } from '../support/runs.ts';

describe('a glob for a path', () => {
  const paths = hostilePath.filter((text) => text !== '' && text.length < 300);

  test('matches the path, and a folder’s everything in it', () => {
    fc.assert(
      fc.property(paths, (text) => {
        fc.pre(text.split('/').every((part) => part !== '' && part !== '.' && part !== '..'));
        expect(picomatch(fileGlob(text), { dot: true })(text), fileGlob(text)).toBe(true);
        expect(picomatch(folderGlob(text), { dot: true })(`${text}/a/b`)).toBe(true);
      }),
      runs(200),
    );
  });

  test.each([
    ['a[b]', 'a'],
    ['*', 'abc'],
    ['{a,b}', 'a'],
    ['!a', 'bcd'],
    ['+(a)', 'aa'],
    ['a', 'b'],
  ])('%s does not match %s', (text, other) => {
    expect(picomatch(folderGlob(text), { dot: true })(`${other}/x`)).toBe(false);
  });
});
