import { describe, expect, test } from 'vitest';
import { completeProposal } from '../../src/propose/complete-proposal.ts';
import { propose } from '../../src/propose/propose.ts';
import { createProposal, createSection, type Proposal } from '../../src/propose/proposal.ts';
import { change, shares, type Work } from './measure/work.ts';
import { changes, labeler, project, sectionsOf, titlesOf, triedIn } from './project.ts';

const year = changes([5, ['kernel/a', 'net/a']], [3, ['net/b']], [2, ['docs/a']]);
const complete = (sections: Proposal['sections'], parts: Partial<Proposal> = {}) =>
  completeProposal(createProposal('from a test', sections, parts), { changes: year, tried: [] });
const claimsOf = (sections: Proposal['sections']) =>
  Object.fromEntries(complete(sections).sections.map(({ title, claims }) => [title, claims]));

const kernel = createSection('Kernel', { paths: ['kernel/**'] });
const net = createSection('Net', { paths: ['net/**'] });

describe('sections of the same title', () => {
  const every = createSection('Docs', { paths: ['docs/**'], share: 1 });
  const some = createSection('docs', { paths: ['*.md'] });

  test('require every file only if both do', () => {
    const share = (...sections: Proposal['sections']) => complete(sections).sections[0]?.share;
    expect(share(every, { ...some, share: 1 })).toBe(1);
    expect(share(every, some)).toBeUndefined();
    expect(share(some, every)).toBeUndefined();
  });

  test('keep the spelling of the first, and what both match', () => {
    expect(complete([every, some]).sections).toMatchObject([
      { title: 'Docs', paths: ['docs/**', '*.md'] },
      { title: 'Other' },
    ]);
  });
});

describe('claims', () => {
  test('are left out when they are in the order of the list', () => {
    expect(claimsOf([net, kernel])).toEqual({
      Net: undefined,
      Kernel: undefined,
      Other: undefined,
    });
  });

  test('go to what changes alone first', () => {
    expect(claimsOf([kernel, net])).toEqual({ Kernel: 2, Net: 1, Other: undefined });
  });

  test('go to sections with labels only, too', () => {
    const label = createSection('Label', { labels: ['x'] });
    expect(claimsOf([label, kernel, net])).toEqual({
      Label: 2,
      Kernel: 3,
      Net: 1,
      Other: undefined,
    });
  });

  test('go to tests and docs last, by their title or a label', () => {
    const documents = { paths: ['docs/**'] };
    expect(claimsOf([createSection('Docs', documents), net])).toMatchObject({ Docs: 2, Net: 1 });
    const labelled = createSection('Papers', { ...documents, labels: ['area/docs'] });
    expect(claimsOf([labelled, net])).toMatchObject({ Papers: 2, Net: 1 });
  });
});

describe('the fallback', () => {
  test('is the section that the proposal names, in any case', () => {
    expect(complete([kernel, net], { fallback: 'NET' })).toMatchObject({
      fallback: 'Net',
      sections: [{ title: 'Kernel' }, { title: 'Net' }],
    });
  });

  test('is an added section otherwise, or the one that has its title', () => {
    expect(complete([kernel, net])).toMatchObject({ fallback: 'Other' });
    const own = createSection('other', { paths: ['misc/**'] });
    expect(complete([own, net])).toMatchObject({
      fallback: 'other',
      sections: [{ title: 'other', paths: ['misc/**'] }, { title: 'Net' }],
    });
  });

  test('stays, however many sections are busier', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      createSection(`Part ${index}`, { paths: ['net/**'] }),
    );
    const { sections, notes } = complete(many);
    expect(sections.map(({ title }) => title)).toEqual([
      ...many.slice(0, 7).map(({ title }) => title),
      'Other',
    ]);
    expect(notes).toEqual([
      'Too many sections; left out: Part 7, Part 8, Part 9, Part 10, Part 11, Part 12, Part 13.',
    ]);
  });
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
  ).toEqual({ Documentation: 3, Kernel: 1, Build: 2, Other: null });
});

test('sections of the same title are joined; of too many the busiest are kept, and a note names the others', () => {
  const text = Array.from({ length: 14 }, (_, index) => `part-${index}: p${index}/**`).join('\n');
  const year = changes(
    ...Array.from({ length: 14 }, (_, i): [number, string[]] => [i + 1, [`p${i}/a`]]),
  );
  const found = propose(
    project({ ...labeler(`${text}\nPart 13: q/**`), changes: year, tried: triedIn(year) }),
  );
  expect(found.sections).toHaveLength(8);
  expect(found.sections.find(({ title }) => title === 'Part 13')).toMatchObject({
    labels: ['part-13', 'Part 13'],
    paths: ['p13/**', 'q/**'],
  });
  expect(found.notes).toEqual([
    'Too many sections; left out: Part 0, Part 1, Part 2, Part 3, Part 4, Part 5, Part 6.',
  ]);
});

test('a section that would mostly have what those left out had is left out itself', () => {
  const parts = Array.from({ length: 12 }, (_, index) => `crates/p${index}/a`);
  const year = changes(
    ...parts.map((path): [number, string[]] => [8, [path]]),
    [9, ['crates/a/a']],
    [6, ['docs/a']],
  );
  const globs = parts.map((path, index) => `p${index}: ${path}`).join('\n');
  const rules = labeler(`${globs}\ncrates: crates/**\ndocs: docs/**`);
  const titles = titlesOf({ ...rules, changes: year, tried: triedIn(year) });
  expect(titles).toHaveLength(8);
  expect(titles).not.toContain('Crates');
});

test('of many sections, a note names the first', () => {
  const folders = Array.from({ length: 12 }, (_, index) => `p${index}`);
  const text = folders.map((folder) => `${folder}: ${folder}/**`).join('\n');
  const year = changes([12, ['p0/a']], [12, ['p1/a']]);
  const found = propose(project({ ...labeler(text), changes: year, tried: triedIn(year) }));
  expect(found.notes).toEqual([
    'Nothing in the last year was for: P2, P3, P4, P5, P6, P7, P8, P9 and 2 more.',
  ]);
});

test('chores are left out before what is smaller', () => {
  const parts = ['sky', 'sea', 'dune', 'cave', 'wood', 'hill', 'lake'];
  expect(
    Object.keys(
      shares(
        {},
        ...[...parts, 'chore'].map((type): [number, Work] => [
          type === 'chore' ? 9 : 5,
          change(`${type}: say it`, 'a'),
        ]),
      ),
    ),
  ).not.toContain('Chores');
});
