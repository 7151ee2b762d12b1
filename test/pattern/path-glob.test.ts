import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGlob } from '../../src/pattern/glob.ts';
import { parsePathGlob } from '../../src/pattern/path-glob.ts';
import { runs } from '../support/runs.ts';

const matches = (source: string, path: string) => parsePathGlob(source).matches?.(path);

describe('a glob for paths', () => {
  test.each([
    ['packages/ui', 'packages/ui/button.js'],
    ['packages/ui', 'packages/ui'],
    ['docs/', 'docs/a.md'],
    ['docs/', 'docs/deep/down/a.md'],
    ['/docs/', 'docs/a.md'],
    ['./docs', 'docs/a.md'],
    ['packages/{ui,core}', 'packages/core/a.js'],
    ['packages/*/test', 'packages/ui/test/a.js'],
    ['packages/*/', 'packages/ui/a.js'],
    ['**/docs', 'packages/ui/docs/a.md'],
    ['app/[id]', 'app/[id]/page.js'],
    ['!docs', 'src/docs.ts'],
  ])('%s matches %s', (source, path) => {
    expect(matches(source, path)).toBe(true);
  });

  test.each([
    ['packages/ui', 'packages/ui-kit/a.js'],
    ['packages/ui', 'other/packages/ui/a.js'],
    ['packages/*', 'packages/ui/a.js'],
    ['*.md', 'a.md/b'],
    ['src/*', 'src/a/b'],
    ['!docs', 'docs/a.md'],
    ['docs', 'docs.md'],
  ])('%s does not match %s', (source, path) => {
    expect(matches(source, path)).toBe(false);
  });

  test('has the same problems as any glob, and may be as long', () => {
    for (const source of ['!(a)b', 'a/{1..9}', 'a'.repeat(501), 'a'.repeat(500)])
      expect(parsePathGlob(source).problem).toBe(parseGlob(source).problem);
  });

  test('matches all that the plain glob matches', () => {
    const segment = fc.constantFrom('a', 'b', '*', '**', '?', '{a,b}', 'a*');
    const path = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
        path.map((parts) => parts.join('/')),
        (glob, text) => parseGlob(glob).matches?.(text) !== true || matches(glob, text) === true,
      ),
      runs(300),
    );
  });
});
