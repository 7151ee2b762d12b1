import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { changes, codeOwners, project, sectionsOf, titlesOf } from '../project.ts';

describe('conventional titles', () => {
  const titles = [
    ...['feat: a', 'feat(ui): b', 'Feature!: c', 'fix: d', 'Fix(core)!: e', 'fix: f'],
    ...['docs: g', 'doc: h', 'build(deps): i', 'test: j', 'perf: k', 'Say l'],
  ];

  test('give a section for each kind of work that some of them name', () => {
    expect(
      sectionsOf({ titles }).map(({ title, titles: rules, why }) => [title, rules, why[0]]),
    ).toEqual([
      ['Features', [String.raw`^(feat|feature)(\([^)]*\))?!?:`], '3 of 12 titles name it.'],
      ['Fixes', [String.raw`^(fix|bugfix)(\([^)]*\))?!?:`], '3 of 12 titles name it.'],
      ['Documentation', [String.raw`^(docs?)(\([^)]*\))?!?:`], '2 of 12 titles name it.'],
      [
        'Build and tests',
        [String.raw`^(build|ci|tests?)(\([^)]*\))?!?:`],
        '2 of 12 titles name it.',
      ],
      ['Other', [], 'Everything else.'],
    ]);
  });

  test('are more trusted than who owns which folders, and than the folders', () => {
    const year = changes([6, ['g/a']], [6, ['h/a']]);
    const parts = { ...codeOwners('/g/ @x\n/h/ @x'), changes: year };
    expect(titlesOf({ ...parts, titles })).toContain('Features');
    expect(titlesOf({ changes: year, titles })).toContain('Features');
  });

  test('are conventional only if half of the titles are', () => {
    const others = Array.from({ length: 12 }, (_, index) => `Change ${index}`);
    expect(titlesOf({ titles: [...titles, ...others], changes: changes([2, ['g/a']]) })).toEqual([
      ...['Features', 'Fixes', 'Documentation', 'Build and tests', 'Other'],
    ]);
    expect(propose(project({ titles: [...titles, ...others] })).source).toBe(
      'from the words of the titles',
    );
  });
});
