import { describe, expect, test } from 'vitest';
import { configText } from '../../../src/propose/config-text.ts';
import { propose } from '../../../src/propose/propose.ts';
import { change, projectOf, shares } from '../measure/work.ts';
import { changes, drafter, project, release, sectionsOf } from '../project.ts';

describe('release notes', () => {
  const text = `changelog:
  exclude: { labels: [no-notes], authors: [octocat] }
  categories:
    - { title: "Breaking 🛠", labels: [breaking] }
    - { title: Kernel, labels: [kernel, area/kernel] }
    - { title: The rest, labels: ["*"] }`;

  test('of GitHub: everything else stays where it is listed, also at first', () => {
    const first = `
changelog:
  categories:
    - { title: What is new, labels: ["*"], exclude: { labels: [kernel] } }
    - { title: Kernel, labels: [kernel] }
    - { title: Net, labels: [net] }`;
    const { sections, fallback } = propose(project(release(first)));
    expect(sections.map(({ title, labels }) => [title, labels])).toEqual([
      ['What is new', []],
      ['Kernel', ['kernel']],
      ['Net', ['net']],
    ]);
    expect(fallback).toBe('What is new');
  });

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

describe('release-drafter since version 7', () => {
  test('has conditions, alone or in a list, any of which is enough', () => {
    const text =
      'categories: [{title: Gadgets, when: {labels: [gadget]}}, {title: Repairs, when: {label: bug}}, {title: Chores, when: [{label: chore}, {path: tools/}]}]';
    expect(
      sectionsOf(drafter(text)).map(({ title, labels, paths }) => [title, labels, paths]),
    ).toEqual([
      ['Gadgets', ['gadget'], []],
      ['Repairs', ['bug'], []],
      ['Chores', ['chore'], ['tools/']],
      ['Other', [], []],
    ]);
  });

  test('reads conventional titles, and what is left out', () => {
    const text = `categories:
  - { title: Breaking, exclusive: true, when: { conventional: { breaking: true } } }
  - { title: Bumps, when: { conventional: { scopes: [deps, deps.dev], types: [build, chore] } } }
  - { title: Mended, when: [{ conventional: { type: fix } }, { label: bug, paths: [src/**] }] }
  - { title: Formal, when: { conventional: true } }
  - { title: Rest, when: [] }
  - { type: pre-exclude, when: { label: skip } }
  - { type: version-resolver, title: Major, when: { label: major } }`;
    const proposal = propose(project(drafter(text)));
    expect(proposal).toMatchObject({ fallback: 'Rest', exclude: { labels: ['skip'] } });
    expect(proposal.sections.map(({ title, labels, titles }) => [title, labels, titles])).toEqual([
      ['Breaking', [], [String.raw`^[a-z]+(\([^)]*\))?!:`]],
      ['Bumps', [], [String.raw`^(build|chore)\((deps|deps\.dev)\)!?:`]],
      ['Mended', [], [String.raw`^(fix)(\([^)]*\))?!?:`]],
      ['Formal', [], [String.raw`^[a-z]+(\([^)]*\))?!?:`]],
      ['Rest', [], []],
    ]);
    expect(proposal.sections[2]?.why.at(-1)).toBe(
      'Conditions have no equivalent and were left out: label and paths.',
    );
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

describe('where no labels are known', () => {
  const notes = release(`changelog:
  categories:
    - { title: New Features, labels: [notes-new] }
    - { title: Fixed, labels: [notes-fix] }
    - { title: Packaging, labels: [notes-packaging] }`);
  const [add, fix] = [change('Add wings', 'a'), change('Fix the wind', 'a')];

  test('titles say which kind of work a heading is for', () => {
    expect(shares(notes, [15, add], [10, fix])).toEqual({
      ...{ 'New Features': 60, Fixed: 40, Other: 0 },
    });
  });

  test('words decide about documentation as about fixes', () => {
    const typo = change('Fix a typo', 'docs/a.md');
    const sky = change('Say it', 'docs/a.md');
    expect(shares(notes, [10, add], [10, fix], [5, typo], [7, sky])).toEqual({
      ...{ 'New Features': 31, Fixed: 31, Documentation: 38, Other: 0 },
    });
  });

  test('titles say nothing beside labels', () => {
    const labelled = (label: string) => ({ ...add, labels: [label] });
    const from = projectOf(notes, [15, labelled('notes-new')], [10, labelled('notes-fix')]);
    expect(propose(from).sections.map(({ title, titles }) => [title, titles])).toEqual([
      ...[
        ['New Features', []],
        ['Fixed', []],
        ['Other', []],
      ],
    ]);
  });
});
