import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../../src/propose/meaning.ts';
import { propose } from '../../../src/propose/propose.ts';
import { runs } from '../../support/runs.ts';
import { codeOwners, drafter, labeler, release } from '../project.ts';
import { area, change, projectOf, shares, type Work } from './work.ts';

describe('of what a project declares', () => {
  const byLabel = release(
    'changelog: { categories: [{ title: New, labels: [new] }, { title: Mended, labels: [bug] }] }',
  );

  test('labels count where the changes have them', () => {
    const labelled = (label: string): Work => ({ ...area('kernel/a'), labels: [label] });
    expect(shares(byLabel, [15, labelled('new')], [14, labelled('bug')])).toEqual({
      ...{ New: 52, Mended: 48, Other: 0 },
    });
  });

  test('labels that no change has are no sections', () => {
    const from = projectOf(byLabel, [10, area('kernel/a')], [10, area('net/a')]);
    expect(propose(from)).toMatchObject({
      sections: [{ title: 'Kernel' }, { title: 'Net' }, { title: 'Other' }],
      notes: [
        'Sections from .github/release.yml were not used: they match too few of the changes.',
      ],
    });
  });

  test('one that is nearly as good wins', () => {
    const parts = labeler('kernel: [kernel/**]\nnetwork: [net/**]\ndisk: [disk/**, fs/**]');
    const work = ['kernel', 'net', 'disk', 'fs'].map((folder): [number, Work] => [
      8,
      area(`${folder}/a`),
    ]);
    expect(Object.keys(shares(parts, ...work))).toEqual(['Kernel', 'Network', 'Disk', 'Other']);
  });

  test('what it leaves together is divided by another origin', () => {
    const parts = labeler('build: build/**\ncode: src/**');
    expect(
      shares(
        parts,
        ...([
          [5, area('build/a')],
          [20, area('src/net/a')],
          [20, area('src/disk/a')],
        ] satisfies [number, Work][]),
      ),
    ).toEqual({ Build: 11, Net: 44, Disk: 44, Other: 0 });
  });

  test('it is not the source of sections that leave no place for its own', () => {
    const parts = labeler('sky: sky/**\nsea: sea/**');
    const folders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name): [number, Work] => [
      10,
      area(`${name}/a`),
    ]);
    const from = projectOf(parts, [2, area('sky/a')], [2, area('sea/a')], ...folders);
    const { source, sections } = propose(from);
    expect(source).toBe('from the folders that changed most in the last year');
    expect(sections.map(({ title }) => title)).toEqual([
      ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'Other'],
    ]);
  });

  test('sections without any change are left out, and named', () => {
    const parts = labeler('kernel: kernel/**\nnet: net/**\nmoon: moon/**');
    const from = projectOf(parts, [10, area('kernel/a')], [10, area('net/a')]);
    const { sections, notes } = propose(from);
    expect(sections.map(({ title }) => title)).toEqual(['Kernel', 'Net', 'Other']);
    expect(notes).toEqual(['Nothing in the last year was for: Moon.']);
  });
});

describe('of what happened', () => {
  test('conventional titles count as soon as half are, and words name the kinds of the others', () => {
    expect(
      shares(
        {},
        [10, change('feat: fly', 'src/a')],
        [10, change('fix(ui): land', 'src/a')],
        [10, change('Add wings', 'src/a')],
        [10, change('Correct the wind', 'src/a')],
      ),
    ).toEqual({ Features: 50, Fixes: 50, Other: 0 });
  });

  test('parts of the project before the colon are sections', () => {
    expect(
      shares({}, [10, change('net: fly', 'a.c')], [8, change('drm/core: land', 'a.c')]),
    ).toEqual({ Net: 56, Core: 44, Other: 0 });
  });

  test('a folder with most changes is divided, however deep its parts are, and keeps the rest', () => {
    expect(
      shares(
        {},
        [10, area('packages/core/src/node/server/a')],
        [9, area('packages/core/src/node/plugins/a')],
        [4, area('packages/core/src/node/x/y')],
        [3, area('packages/core/src/node/z')],
        [8, area('docs/a')],
      ),
    ).toEqual({ Server: 29, Plugins: 26, Documentation: 24, X: 12, Node: 9, Other: 0 });
  });

  test('a feature with its tests, docs and lock file is a feature', () => {
    const feature = (name: string) =>
      change('Say it', `src/${name}/a`, `test/${name}`, `docs/${name}.md`, 'yarn.lock');
    expect(
      shares(
        {},
        [10, feature('net')],
        [10, feature('disk')],
        [6, area('docs/b')],
        [5, area('test/b')],
      ),
    ).toEqual({ Net: 32, Disk: 32, Documentation: 19, Tests: 16, Other: 0 });
  });

  test('dependency bumps have a section of their own from one in twenty on', () => {
    const bump = change('chore(deps): bump left-pad from 1.0.0 to 1.1.0', 'yarn.lock');
    const work: [number, Work][] = [
      [10, change('feat: fly', 'src/a')],
      [9, change('fix: land', 'src/a')],
    ];
    expect(shares({}, ...work, [6, bump])).toEqual({
      ...{ Features: 40, Fixes: 36, Dependencies: 24, Other: 0 },
    });
    expect(Object.keys(shares({}, ...work, [1, bump]))).not.toContain('Dependencies');
  });

  test('dependency bumps are known by their titles under a heading of the project, too', () => {
    const labels = labeler('Library updates:\n  - all: [yarn.lock]\nsky: sky/**\nsea: sea/**');
    const own = {
      ...labels,
      ...drafter('categories: [{ title: Dependency updates, label: Library updates }]'),
    };
    const bump = change('Update dependency left-pad to v2.1.0', 'yarn.lock', 'sky/a');
    expect(shares(own, [9, area('sky/a')], [9, area('sea/a')], [6, bump])).toEqual({
      ...{ 'Dependency updates': 25, Sky: 38, Sea: 38, Other: 0 },
    });
  });

  test('a fix of how something is bumped is a fix', () => {
    const work = [
      'fix(update): bump what is locked',
      'feat: fly',
      'chore(cargo): bump sky from 1 to 2',
    ];
    expect(shares({}, ...work.map((title): [number, Work] => [9, change(title, 'a')]))).toEqual({
      ...{ Features: 33, Fixes: 33, Dependencies: 33, Other: 0 },
    });
  });

  test('translated, compiled and vendored folders are no sections', () => {
    const from = projectOf(
      codeOwners('/dist/ @x\n/po/ @y'),
      [20, change('A', 'dist/a.js', 'po/de.po', 'docs/zh-CN/a.md', 'src/net/a')],
      [15, change('B', 'vendor/a', 'src/disk/a')],
    );
    expect(propose(from).sections.map(({ title }) => title)).toEqual(['Net', 'Disk', 'Other']);
  });
});

test('the changes are counted as the config sorts them, translations with what is translated', () => {
  expect(
    shares(
      {},
      [9, area('docs/a.md')],
      [9, area('docs/zh-CN/a.md')],
      [9, area('net/a')],
      [9, area('disk/a')],
    ),
  ).toEqual({ Documentation: 50, Disk: 25, Net: 25, Other: 0 });
});

test('no proposal has more than seven sections and one for the rest, nor two that mean the same', () => {
  const folders = [
    'net',
    'Docs',
    'documentation',
    'tests',
    'test',
    'src/a',
    'src/b',
    'pkg/tool',
    'pkg/tools',
  ];
  const titles = [
    'fix: a',
    'feat(x): b',
    'docs: c',
    'Add d',
    'Fix e',
    'Say f',
    'net: g',
    'Bump a from 1 to 2',
  ];
  const work = fc.record({
    title: fc.constantFrom(...titles),
    paths: fc.array(
      fc.constantFrom(...folders, 'x', 'y').map((folder) => `${folder}/a`),
      { minLength: 1, maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(fc.array(work, { minLength: 20, maxLength: 60 }), (all) => {
      const from = projectOf({}, ...all.map((one): [number, Work] => [1, one]));
      const { sections, fallback } = propose(from);
      const named = sections.map(({ title }) => title);
      expect(named).toContain(fallback);
      expect(sections.length).toBeLessThanOrEqual(8);
      expect(new Set(named.map(meaningOf)).size).toBe(named.length);
    }),
    runs(30),
  );
});
