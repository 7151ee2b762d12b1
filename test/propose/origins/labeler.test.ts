import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { drafter, labeler, project, release, sectionsOf, titlesOf } from '../project.ts';

describe('labeler', () => {
  const rules = (text: string) =>
    Object.fromEntries(
      sectionsOf(labeler(`${text}\nlast: z`)).map(({ labels, paths, share }) => [
        labels[0] ?? 'rest',
        share ? { paths, share } : paths,
      ]),
    );

  test.each([
    ['a glob', 'a: x/**', ['x/**']],
    ['globs', 'a: [x/**, y]', ['x/**', 'y']],
    ['any, of version 4', 'a:\n  - any: [x/**, "!x/docs/**"]', ['x/**']],
    ['all, of version 4', 'a:\n  - all: [x/**]', { paths: ['x/**'], share: 1 }],
    ['any and all', 'a:\n  - any: [x]\n    all: ["!y"]', ['x']],
    ['version 5', 'a:\n  - changed-files:\n    - any-glob-to-any-file: [x, y]', ['x', 'y']],
    ['one glob', 'a:\n  - changed-files:\n    - any-glob-to-any-file: x', ['x']],
    [
      'every file',
      'a:\n  - changed-files:\n    - any-glob-to-all-files: [x/**]',
      { paths: ['x/**'], share: 1 },
    ],
    [
      'joined conditions',
      'a:\n  - all:\n    - changed-files:\n      - any-glob-to-any-file: x\n    - base-branch: main',
      ['x'],
    ],
    ['a branch', 'a:\n  - head-branch: ["^x"]', []],
    ['everything', 'a: "**/*"', []],
    ['globs for one file and for every file', 'a:\n  - x\n  - all: [y]', ['x']],
  ])('%s', (_, text, expected) => {
    expect(rules(text)).toMatchObject({ a: expected, last: ['z'] });
  });

  test('negated globs are left out, with a note', () => {
    const [a, b] = sectionsOf(labeler('a:\n  - any: [x/**, "!x/docs/**"]\nb: y'));
    expect(a?.why).toEqual([
      '.github/labeler.yml adds the label a.',
      'Negated globs have no equivalent and were left out: !x/docs/**.',
    ]);
    expect(b?.why).toEqual(['.github/labeler.yml adds the label b.']);
  });

  test('a test that comes with other work is no work on tests, whatever its label says', () => {
    expect(rules('tests: tests/**\ndocs: [docs/**]')).toMatchObject({
      tests: { paths: ['tests/**'], share: 1 },
      docs: { paths: ['docs/**'], share: 1 },
      last: ['z'],
    });
  });

  test('limits beside the labels are ignored', () => {
    expect(titlesOf(labeler('changed-files-labels-limit: 3\na: x\nb: y'))).toEqual([
      'A',
      'B',
      'Other',
    ]);
  });

  test('exclusions come from the release notes', () => {
    const parts = { ...labeler('a: x\nb: y'), ...drafter('exclude-labels: [skip]') };
    expect(propose(project(parts))).toMatchObject({
      source: 'from .github/labeler.yml',
      exclude: { path: '.github/release-drafter.yml', labels: ['skip'], authors: [] },
    });
  });

  test('headings come from the release notes that list the label', () => {
    const found = sectionsOf({
      ...labeler('area/net: net/**\narea/dns: dns/**\nkernel: kernel/**'),
      ...release(
        'changelog:\n  categories:\n    - title: Networking\n      labels: [Area/Net, area/dns]',
      ),
    });
    expect(found).toMatchObject([
      {
        title: 'Networking',
        labels: ['area/net', 'area/dns'],
        paths: ['net/**', 'dns/**'],
        why: [
          '.github/labeler.yml adds the label area/net; .github/release.yml lists it under this heading.',
          '.github/labeler.yml adds the label area/dns; .github/release.yml lists it under this heading.',
        ],
      },
      { title: 'Kernel' },
      { title: 'Other', labels: [], paths: [] },
    ]);
  });
});
