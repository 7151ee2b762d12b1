import { describe, expect, test } from 'vitest';
import { configText } from '../../../src/propose/config-text.ts';
import { propose } from '../../../src/propose/propose.ts';
import { changes, drafter, project, release, sectionsOf } from '../project.ts';

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

test('exclusions of the release notes are kept, with a comment', () => {
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
