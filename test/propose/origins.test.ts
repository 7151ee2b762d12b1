import { describe, expect, test } from 'vitest';
import { configText } from '../../src/propose/config-text.ts';
import type { Project } from '../../src/propose/project.ts';
import { propose } from '../../src/propose/propose.ts';
import { changes, project, settings } from './project.ts';

const sectionsOf = (parts: Partial<Project>) => propose(project(parts)).sections;
const titlesOf = (parts: Partial<Project>) => sectionsOf(parts).map(({ title }) => title);
const labeler = (text: string) => ({ labeler: settings('.github/labeler.yml', text) });
const release = (text: string) => ({ release: settings('.github/release.yml', text) });
const drafter = (text: string) => ({ drafter: settings('.github/release-drafter.yml', text) });
const owners = (text: string) => ({ codeOwners: { path: 'CODEOWNERS', text } });

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

  test('limits beside the labels are ignored', () => {
    expect(titlesOf(labeler('changed-files-labels-limit: 3\na: x\nb: y'))).toEqual([
      'A',
      'B',
      'Other',
    ]);
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

describe('release notes', () => {
  const text = `changelog:
  exclude: { labels: [no-notes], authors: [octocat] }
  categories:
    - { title: "Breaking 🛠", labels: [breaking] }
    - { title: Kernel, labels: [kernel, area/kernel] }
    - { title: The rest, labels: ["*"] }`;

  test('of GitHub: categories, exclusions, and the heading for everything else', () => {
    const found = propose(
      project({ ...release(text), changes: changes([3, ['kernel/a']], [1, ['src/a']]) }),
    );
    expect(found).toMatchObject({
      source: 'from .github/release.yml',
      fallback: 'The rest',
      exclude: { labels: ['no-notes'], authors: ['octocat'] },
      sections: [
        { title: 'Breaking 🛠', labels: ['breaking'], paths: [] },
        {
          title: 'Kernel',
          labels: ['kernel', 'area/kernel'],
          paths: ['kernel/**'],
          why: [
            '.github/release.yml lists kernel, area/kernel under this heading.',
            '3 of 4 changes in the last year touched its paths.',
          ],
        },
        { title: 'The rest', labels: [] },
      ],
    });
  });

  test('of release-drafter', () => {
    const found = propose(
      project(
        drafter(
          'exclude-labels: [skip]\ncategories:\n  - { title: New, label: feature }\n  - { title: Mended, labels: [bug, fix] }\n  - 3\n  - { labels: [x] }',
        ),
      ),
    );
    expect(found.sections.map(({ title, labels }) => [title, labels])).toEqual([
      ['New', ['feature']],
      ['Mended', ['bug', 'fix']],
      ['Other', []],
    ]);
    expect(found).toMatchObject({ fallback: 'Other', exclude: { labels: ['skip'] } });
  });
});

describe('the autolabeler of release-drafter', () => {
  const categories = 'categories: [{ title: A, label: a }, { title: B, label: b }]\nautolabeler:\n';

  test('gives rules for titles and files, and a note on other conditions', () => {
    const text = `${categories}  - label: a
    title: ['/^fix\\(a\\):/i', 'plain', '/(/']
    files: ['*.md', '/src/', 'docs/api', '!docs/x.md', 'lib/**/*.js']
    branch: ['/^a/']
  - { label: c, title: '/c/' }`;
    const [a, b] = sectionsOf(drafter(text));
    expect(a).toMatchObject({
      titles: [String.raw`^fix\(a\):`],
      paths: ['**/*.md', 'src/**', 'docs/api', 'docs/api/**', 'lib/**/*.js'],
    });
    expect(a?.why).toContain(
      'Autolabeler conditions have no equivalent and were left out: branch, !docs/x.md, plain, /(/.',
    );
    expect(b).toMatchObject({ titles: [], paths: [] });
  });
});

test('a note names a file that defines fewer than two sections', () => {
  const { source, notes } = propose(project(release('changelog: 3')));
  expect(source).toBe('by kind of work');
  expect(notes[0]).toBe('.github/release.yml was not used: it defines fewer than two sections.');
});

describe('CODEOWNERS', () => {
  const year = changes([2, ['kernel/a']], [2, ['pkg/init/b']], [2, ['Makefile']]);

  test('gives a section for each folder with owners', () => {
    const text = `# who
*               @org/all
/kernel         @org/kernel @rn   # the kernel
/pkg/           @org/pkg
/pkg/init/      @ijc
/Makefile       @rn
/build\\ tools/* @rn
docs/           docs@example.com
*.go            @gopher
/nobody/
`;
    const found = sectionsOf({ ...owners(text), changes: year });
    expect(found.map(({ title, paths }) => [title, paths])).toEqual([
      ['Kernel', ['kernel/**']],
      ['Pkg', ['pkg/**']],
      ['Build tools', ['build tools/**']],
      ['Docs', ['**/docs/**']],
      ['Other', []],
    ]);
    expect(found[0]?.why).toEqual([
      'CODEOWNERS assigns kernel/ to @org/kernel, @rn.',
      '2 of 6 changes in the last year touched its paths.',
    ]);
  });

  test('with fewer than two folders is not used', () => {
    expect(propose(project({ ...owners('* @rn\n/kernel/ @rn'), changes: year })).source).toContain(
      'folders that changed most',
    );
  });
});

describe('labels on GitHub', () => {
  test('of the group for areas, with the folders of the same name', () => {
    const found = propose(
      project({
        labels: ['kind/bug', 'area/kernel', 'kind/feature', 'good first issue', 'area/build-tools'],
        changes: changes([3, ['kernel/a', 'docs/b']]),
      }),
    );
    expect(found.source).toBe('from the labels of linuxkit/linuxkit');
    expect(found.sections.map(({ title, labels, paths }) => [title, labels, paths])).toEqual([
      ['Kernel', ['area/kernel'], ['kernel/**']],
      ['Build tools', ['area/build-tools'], []],
      ['Other', [], []],
    ]);
  });

  test.each([
    [
      ['type: bug', 'type: docs'],
      ['Bug', 'Docs', 'Other'],
    ],
    [
      ['A-net', 'A-io', 'C-bug', 'C-docs'],
      ['Net', 'Io', 'Other'],
    ],
    [
      ['component::ui', 'component::api'],
      ['UI', 'API', 'Other'],
    ],
  ])('%j', (labels, titles) => {
    expect(titlesOf({ labels })).toEqual(titles);
  });

  test('without a group of at least two are not used', () => {
    expect(propose(project({ labels: ['bug', 'help wanted', 'area/kernel'] })).source).toBe(
      'by kind of work',
    );
  });
});

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
      ['Pkg', 'pkg/**', '30 of 84 changes in the last year touched its paths.'],
      ['Docs', 'docs/**', '3 of 84 changes in the last year touched its paths.'],
      ['Other', undefined, 'Everything else.'],
    ]);
  });

  test('inside one that has nearly everything', () => {
    const year = changes([5, ['src/net/a']], [4, ['src/disk/a']], [2, ['docs/a']]);
    expect(titlesOf({ changes: year })).toEqual(['Net', 'Disk', 'Docs', 'Other']);
  });

  test('what changes alone claims before what changes with others, tests and docs last', () => {
    const year = changes(
      [9, ['docs/a']],
      [6, ['kernel/a', 'docs/a']],
      [6, ['kernel/a']],
      [5, ['build/a', 'kernel/b']],
      [1, ['build/a']],
    );
    expect(
      Object.fromEntries(
        sectionsOf({ changes: year }).map(({ title, claims }) => [title, claims ?? null]),
      ),
    ).toEqual({ Docs: 3, Kernel: 1, Build: 2, Other: null });
  });
});

test('the first origin with two sections wins; without any, kinds of work', () => {
  const all = {
    ...labeler('a: x\nb: y'),
    ...release('changelog: { categories: [{ title: C, labels: [c] }, { title: D, labels: [d] }] }'),
    ...drafter('categories: [{ title: E, label: e }, { title: F, label: f }]'),
    ...owners('/g/ @x\n/h/ @x'),
    labels: ['area/i', 'area/j'],
    changes: changes([2, ['k/a']], [2, ['l/a']]),
  };
  const { labeler: one, release: two, drafter: three, codeOwners: four, labels, ...rest } = all;
  expect(titlesOf({ labeler: one, ...rest, release: two })).toEqual(['A', 'B', 'Other']);
  expect(titlesOf({ release: two, drafter: three, ...rest })).toEqual(['C', 'D', 'Other']);
  expect(titlesOf({ drafter: three, codeOwners: four, ...rest })).toEqual(['E', 'F', 'Other']);
  expect(titlesOf({ codeOwners: four, labels, ...rest })).toEqual(['G', 'H', 'Other']);
  expect(titlesOf({ labels, ...rest })).toEqual(['I', 'J', 'Other']);
  expect(titlesOf(rest)).toEqual(['K', 'L', 'Other']);
  expect(titlesOf({})).toEqual(['Features', 'Fixes', 'Documentation', 'Build and tests', 'Other']);
});

test('what the release notes exclude is excluded, with a comment', () => {
  const proposal = propose(
    project(
      drafter(
        'exclude-labels: [skip]\ncategories: [{ title: A, label: a }, { title: B, label: b }]',
      ),
    ),
  );
  expect(configText(proposal, null)).toContain(
    '# Taken from .github/release-drafter.yml.\nexclude:\n  labels:\n    - skip\n',
  );
});

test('sections of the same title are joined; of too many the busiest are kept, and a note names the others', () => {
  const text = Array.from({ length: 14 }, (_, index) => `part-${index}: p${index}/**`).join('\n');
  const year = changes(
    ...Array.from({ length: 14 }, (_, i): [number, string[]] => [i + 1, [`p${i}/a`]]),
  );
  const found = propose(project({ ...labeler(`${text}\nPart 13: q/**`), changes: year }));
  expect(found.sections).toHaveLength(13);
  expect(found.sections.find(({ title }) => title === 'Part 13')).toMatchObject({
    labels: ['part-13', 'Part 13'],
    paths: ['p13/**', 'q/**'],
  });
  expect(found.notes).toEqual(['Too many sections; left out: Part 0, Part 1.']);
});
