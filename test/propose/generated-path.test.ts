import { describe, expect, test } from 'vitest';
import { isGeneratedPath } from '../../src/propose/generated-path.ts';
import { changes, titlesOf } from './project.ts';

describe('what changes along with work of any kind', () => {
  test.each([
    ...['dist/index.js', 'packages/ui/dist/a.js', 'vendor/x/y.go', 'a/node_modules/b/c.js'],
    ...['changelog.d/12.fixed', '.changeset/red-cat.md', 'CHANGELOG.md', 'packages/ui/Changes'],
    ...['package-lock.json', 'yarn.lock', 'Cargo.lock', 'go.sum', 'poetry.lock', 'bun.lockb'],
    ...['pnpm-lock.yaml', 'Gemfile.lock', 'flake.lock'],
    ...['po/de.po', 'docs/zh-CN/guide.md', 'README.pt-BR.md', 'src/locales/fr.json'],
    ...['app.min.js', 'api/v1/types.pb.go', 'src/__snapshots__/a.snap'],
    ...['book/src/generated/table.md', 'app/__generated__/query.ts'],
  ])('is %s', (path) => {
    expect(isGeneratedPath(path)).toBe(true);
  });

  test.each([
    ...['src/dist.ts', 'distribution/a', 'docs/changelog/how-to.md', 'src/lock.ts', 'clock.json'],
    ...['src/changelog-note.ts', 'lockers/a.md', 'README.md', 'src/generated.ts'],
    ...['src/my-ui/a.ts', 'pot/a.c', 'lib/lang.py', 'docs/ci-cd.md'],
  ])('is not %s', (path) => {
    expect(isGeneratedPath(path)).toBe(false);
  });

  test('makes no section, and does not hide the folder around it', () => {
    const year = changes(
      [9, ['dist/index.js', 'changelog.d/1', 'vendor/a/b', 'net/a']],
      [5, ['node_modules/x/y', 'CHANGELOG.md', 'yarn.lock']],
      [4, ['docs/a', 'test/dist/a']],
    );
    expect(titlesOf({ changes: year })).toEqual(['Net', 'Documentation', 'Other']);
  });
});
