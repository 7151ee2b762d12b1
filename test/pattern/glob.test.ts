import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { parseGlob } from '../../src/pattern/glob.ts';
import { runs } from '../support/runs.ts';

const segment = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('abAB.-_@')),
      fc.constantFrom('*', '?', '[ab]', '[^a]', '[a-c]', '{a,b}', '{a,b*}', '{,a}', '{a}'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));
const glob = fc
  .array(fc.oneof({ weight: 3, arbitrary: segment }, fc.constantFrom('**', '*')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((segments) => segments.join('/'))
  // What picomatch reads in ways of its own.
  .filter((source) => !/\*\*\/\*\*|\*{3}|(?:^|\/)\{,|(?:^|\/)\.{1,2}(?:\/|$)/.test(source));
const path = fc
  .array(
    fc
      .array(fc.constantFrom(...Array.from('abcAB.-_+@[]{}')), { minLength: 1, maxLength: 4 })
      .map((characters) => characters.join(''))
      .filter((text) => text !== '.' && text !== '..'),
    { minLength: 1, maxLength: 4 },
  )
  .map((segments) => segments.join('/'));

const matches = (source: string, text: string) => parseGlob(source).matches?.(text);

describe('a glob', () => {
  test('matches the paths that picomatch matches', () => {
    fc.assert(
      fc.property(glob, path, (source, text) => {
        expect(matches(source, text)).toBe(picomatch(source, { dot: true })(text));
      }),
      runs(1000),
    );
  });

  test('matches the labels that picomatch matches, ignoring case', () => {
    fc.assert(
      fc.property(glob, path, (source, text) => {
        const options = { dot: true, nocase: true };
        expect(parseGlob(source, 'i').matches?.(text)).toBe(picomatch(source, options)(text));
      }),
      runs(500),
    );
  });

  test.each([
    ['@(a|b)c', 'bc', 'abc'],
    ['?(a|b)c', 'c', 'abc'],
    ['+(a|b)c', 'abc', 'c'],
    ['*(a|b)c', 'c', 'xc'],
    ['(a|b)c', 'ac', 'c'],
    ['{a,{b,c}/**}/d', 'c/x/d', 'c'],
    ['!docs/**', 'src/a', 'docs/a'],
    ['!!docs/**', 'docs/a', 'src/a'],
    ['./src/*', 'src/a', 'src/a/b'],
    ['a\\*', 'a*', 'ab'],
    ['[!a]', 'b', 'a'],
    ['app/[id]/*', 'app/[id]/x', 'app/x/y'],
    ['{a', '{a', 'a'],
    ['(a', '(a', 'a'],
    ['[a', '[a', 'a'],
  ])('%s matches %s, not %s', (source, right, wrong) => {
    expect([matches(source, right), matches(source, wrong)]).toEqual([true, false]);
  });

  test.each([
    '*a*a*a*a*a*a*a*a*a*a*b',
    '**/**/**/**/**/**/**/**/x',
    '+(+(+(?)))b',
    '*(*(*(a)))b',
    '{*,*a,*aa,*aaa}{*,*a,*aa,*aaa}{*,*a,*aa,*aaa}{*,*a,*aa,*aaa}b',
    '*?*?*?*?*?*?*?*?*?*?b',
    '('.repeat(200),
    '{'.repeat(200) + ','.repeat(200),
    'a'.repeat(500),
    '?'.repeat(500),
    '*b'.repeat(250),
  ])('%s takes time proportional to the path', (source) => {
    expect(matches(source, 'a/a'.repeat(3_000))).toBe(false);
    expect(matches(source, 'a'.repeat(9_000))).toBe(false);
  });

  test.each([
    ['!(a)b', 'not supported as a glob: !(a) is a negation; write what should match'],
    ['a/{1..9}', 'not supported as a glob: {1..9} is a range; write {1,2,3}'],
    [
      '[[:alpha:]]',
      'not supported as a glob: [[:alpha:] is a named class; write its characters, like [a-z]',
    ],
    ['[z-a]', 'not a glob'],
    ['a'.repeat(65_537), 'too long for a glob: 65537 characters, at most 500'],
  ])('%s has a problem', (source, problem) => {
    expect(parseGlob(source).problem).toBe(problem);
  });
});
