import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { area, change, projectOf } from '../measure/work.ts';
import { changes, sectionsOf, titlesOf } from '../project.ts';

describe('folders', () => {
  test('by how many changes touched them, without top-level files, vendored and quiet folders', () => {
    const year = changes(
      [30, ['pkg/a', 'pkg/b', 'vendor/x/y']],
      [50, ['kernel/a', 'README.md']],
      [1, ['quiet/a']],
      [3, ['docs/a', 'vendor/z/y']],
    );
    expect(
      sectionsOf({ changes: year }).map(({ title, paths, why }) => [title, paths[0], why.at(-1)]),
    ).toEqual([
      ['Kernel', 'kernel/**', '50 of 84 changes in the last year touched its paths.'],
      ['Packages', 'pkg/**', '30 of 84 changes in the last year touched its paths.'],
      ['Documentation', 'docs/**', '3 of 84 changes in the last year touched its paths.'],
      ['Other', undefined, 'Everything else.'],
    ]);
  });

  test('inside one that has nearly everything', () => {
    const year = changes([5, ['src/net/a']], [4, ['src/disk/a']], [2, ['docs/a']]);
    expect(titlesOf({ changes: year })).toEqual(['Net', 'Disk', 'Documentation', 'Other']);
  });

  test('that mostly change along with others claim only what is all inside', () => {
    const from = projectOf(
      {},
      [6, change('Teach it a language', 'languages/a', 'book/src/generated/languages.md')],
      [4, change('Explain it', 'book/src/a.md')],
      [9, area('net/a')],
      [9, area('disk/a')],
    );
    expect(propose(from).sections.map(({ title, share }) => [title, share])).toEqual([
      ['Disk', undefined],
      ['Net', undefined],
      ['Languages', undefined],
      ['Book', 1],
      ['Other', undefined],
    ]);
  });

  test('of tests take along a changelog, unless that often changes by itself', () => {
    const pathsOfTests = (alone: number) =>
      sectionsOf({
        changes: changes(
          [9, ['net/a']],
          [4, ['test/a', 'CHANGELOG.md']],
          [alone, ['CHANGELOG.md']],
        ),
      }).find(({ title }) => title === 'Tests')?.paths;
    expect(pathsOfTests(1)).toEqual(['test/**', 'CHANGELOG.md']);
    expect(pathsOfTests(5)).toEqual(['test/**']);
  });
});
