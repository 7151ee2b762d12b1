import { describe, expect, test } from 'vitest';
import { configText } from '../../src/propose/config-text.ts';
import type { Known } from '../../src/propose/known.ts';
import { propose } from '../../src/propose/propose.ts';
import { changes, known, settings } from './known.ts';

const sectionsOf = (parts: Partial<Known>) => propose(known(parts)).sections;
const titlesOf = (parts: Partial<Known>) => sectionsOf(parts).map(({ title }) => title);
const labeler = (text: string) => ({ labeler: settings('.github/labeler.yml', text) });
const release = (text: string) => ({ release: settings('.github/release.yml', text) });
const drafter = (text: string) => ({ drafter: settings('.github/release-drafter.yml', text) });
const owners = (text: string) => ({ owners: { path: 'CODEOWNERS', text } });

describe('the labeler', () => {
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
      'conditions',
      'a:\n  - all:\n    - changed-files:\n      - any-glob-to-any-file: x\n    - base-branch: main',
      ['x'],
    ],
    ['a branch', 'a:\n  - head-branch: ["^x"]', []],
    ['everything', 'a: "**/*"', []],
    ['of another kind, too', 'a:\n  - x\n  - all: [y]', ['x']],
  ])('%s', (_, text, expected) => {
    expect(rules(text)).toMatchObject({ a: expected, last: ['z'] });
  });

  test('what it takes away is told', () => {
    const [a, b] = sectionsOf(labeler('a:\n  - any: [x/**, "!x/docs/**"]\nb: y'));
    expect(a?.why).toEqual([
      '.github/labeler.yml labels it a.',
      'It takes !x/docs/** away, which has no like here.',
    ]);
    expect(b?.why).toEqual(['.github/labeler.yml labels it b.']);
  });

  test('settings that are no labels are none', () => {
    expect(titlesOf(labeler('changed-files-labels-limit: 3\na: x\nb: y'))).toEqual([
      'A',
      'B',
      'Other',
    ]);
  });

  test('headings come from the release notes that have the label', () => {
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
          '.github/labeler.yml labels it area/net, which .github/release.yml has under this heading.',
          '.github/labeler.yml labels it area/dns, which .github/release.yml has under this heading.',
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

  test('of GitHub: its categories, its exclusions, and its place for everything else', () => {
    const found = propose(
      known({ ...release(text), changes: changes([3, ['kernel/a']], [1, ['src/a']]) }),
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
            '.github/release.yml has it for kernel, area/kernel.',
            'Its paths took part in 3 of the 4 changes of the last year.',
          ],
        },
        { title: 'The rest', labels: [] },
      ],
    });
  });

  test('of release-drafter', () => {
    const found = propose(
      known(
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

  test('gives rules for titles and files, and what it cannot give is told', () => {
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
      'It also gives these labels by branch, !docs/x.md, plain, /(/, which has no like here.',
    );
    expect(b).toMatchObject({ titles: [], paths: [] });
  });
});

test('a file that could not be used is told of', () => {
  const { source, notes } = propose(known(release('changelog: 3')));
  expect(source).toBe('by kinds of work');
  expect(notes[0]).toBe('No sections are from .github/release.yml: it tells of no two.');
});

describe('CODEOWNERS', () => {
  const year = changes([2, ['kernel/a']], [2, ['pkg/init/b']], [2, ['Makefile']]);

  test('gives a section for each folder that has owners', () => {
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
      'CODEOWNERS gives kernel/ to @org/kernel, @rn.',
      'Its paths took part in 2 of the 6 changes of the last year.',
    ]);
  });

  test('that knows no two folders tells nothing', () => {
    expect(propose(known({ ...owners('* @rn\n/kernel/ @rn'), changes: year })).source).toContain(
      'folders that changed most',
    );
  });
});

describe('labels on GitHub', () => {
  test('those that say the area, with the folders of their names', () => {
    const found = propose(
      known({
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

  test('that divide nothing tell nothing', () => {
    expect(propose(known({ labels: ['bug', 'help wanted', 'area/kernel'] })).source).toBe(
      'by kinds of work',
    );
  });
});

describe('folders', () => {
  test('by how many changes touched them; files at the top, vendored and quiet ones are none', () => {
    const year = changes(
      [30, ['pkg/a', 'pkg/b', 'vendor/x/y']],
      [50, ['kernel/a', 'README.md']],
      [1, ['quiet/a']],
      [3, ['docs/a', 'vendor/z/y']],
    );
    expect(
      sectionsOf({ changes: year }).map(({ title, paths, why }) => [title, paths[0], why.at(-1)]),
    ).toEqual([
      ['Kernel', 'kernel/**', 'Its paths took part in 50 of the 84 changes of the last year.'],
      ['Pkg', 'pkg/**', 'Its paths took part in 30 of the 84 changes of the last year.'],
      ['Docs', 'docs/**', 'Its paths took part in 3 of the 84 changes of the last year.'],
      ['Other', undefined, 'Everything else.'],
    ]);
  });

  test('the folders inside, of one that is nearly everything', () => {
    const year = changes([5, ['src/net/a']], [4, ['src/disk/a']], [2, ['docs/a']]);
    expect(titlesOf({ changes: year })).toEqual(['Net', 'Disk', 'Docs', 'Other']);
  });

  test('what changes alone claims before what changes with others, tests and docs at the end', () => {
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

test('the first that divides wins; with nothing, the defaults', () => {
  const all = {
    ...labeler('a: x\nb: y'),
    ...release('changelog: { categories: [{ title: C, labels: [c] }, { title: D, labels: [d] }] }'),
    ...drafter('categories: [{ title: E, label: e }, { title: F, label: f }]'),
    ...owners('/g/ @x\n/h/ @x'),
    labels: ['area/i', 'area/j'],
    changes: changes([2, ['k/a']], [2, ['l/a']]),
  };
  const { labeler: one, release: two, drafter: three, owners: four, labels, ...rest } = all;
  expect(titlesOf({ labeler: one, ...rest, release: two })).toEqual(['A', 'B', 'Other']);
  expect(titlesOf({ release: two, drafter: three, ...rest })).toEqual(['C', 'D', 'Other']);
  expect(titlesOf({ drafter: three, owners: four, ...rest })).toEqual(['E', 'F', 'Other']);
  expect(titlesOf({ owners: four, labels, ...rest })).toEqual(['G', 'H', 'Other']);
  expect(titlesOf({ labels, ...rest })).toEqual(['I', 'J', 'Other']);
  expect(titlesOf(rest)).toEqual(['K', 'L', 'Other']);
  expect(titlesOf({})).toEqual(['Features', 'Fixes', 'Documentation', 'Build and tests', 'Other']);
});

test('what the release notes leave out is left out, and the config says why', () => {
  const proposal = propose(
    known(
      drafter(
        'exclude-labels: [skip]\ncategories: [{ title: A, label: a }, { title: B, label: b }]',
      ),
    ),
  );
  expect(configText(proposal, null)).toContain(
    '# These are what .github/release-drafter.yml leaves out.\nexclude:\n  labels:\n    - skip\n',
  );
});

test('sections of one name are one; of too many the busiest stay, and the others are named', () => {
  const text = Array.from({ length: 14 }, (_, index) => `part-${index}: p${index}/**`).join('\n');
  const year = changes(
    ...Array.from({ length: 14 }, (_, i): [number, string[]] => [i + 1, [`p${i}/a`]]),
  );
  const found = propose(known({ ...labeler(`${text}\nPart 13: q/**`), changes: year }));
  expect(found.sections).toHaveLength(13);
  expect(found.sections.find(({ title }) => title === 'Part 13')).toMatchObject({
    labels: ['part-13', 'Part 13'],
    paths: ['p13/**', 'q/**'],
  });
  expect(found.notes).toEqual(['Left out, as there were too many: Part 0, Part 1.']);
});
