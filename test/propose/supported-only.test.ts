import { expect, test } from 'vitest';
import { configText } from '../../src/propose/config-text.ts';
import { propose } from '../../src/propose/propose.ts';
import {
  codeOwners,
  drafter,
  labeler,
  project,
  release,
  sectionsOf,
  settings,
  titlesOf,
} from './project.ts';

test('patterns that a config refuses are left out, and named in a note', () => {
  const proposal = propose(
    project(labeler(`a: ["!(x)/**", x/**]\nb: ["y/{1..9}", y/**]\n"!(c)": z/**`)),
  );
  expect(proposal.sections.map(({ labels, paths }) => [labels, paths])).toEqual([
    [['a'], ['x/**']],
    [['b'], ['y/**']],
    [[], ['z/**']],
    [[], []],
  ]);
  expect(proposal.notes.join(' ')).toContain('were left out: y/{1..9}, !(c).');
  expect(() => configText(proposal, 'acme/widgets')).not.toThrow();
});

test('so are excluded labels', () => {
  const notes =
    'changelog: {exclude: {labels: ["!(a)", b]}, categories: [{title: A, labels: [a]}, {title: B, labels: [b]}]}';
  expect(propose(project(release(notes))).exclude.labels).toEqual(['b']);
});

test('an expression of release-drafter that looks around is a condition without an equivalent', () => {
  const autolabeler = [
    'categories: [{title: A, labels: [a]}, {title: B, labels: [b]}]',
    "autolabeler: [{label: a, title: ['/^(?!b)a/', '/(x+x+)+y/']}]",
  ];
  const [section] = propose(project(drafter(autolabeler.join('\n')))).sections;
  expect(section?.titles).toEqual(['(x+x+)+y']);
  expect(section?.why.join(' ')).toContain('left out: /^(?!b)a/');
});

test.each([
  'a: &a [*a]\nb: x',
  `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}\nb: x`,
  `a: ${'{a: '.repeat(700)}1${'}'.repeat(700)}\nb: x`,
  `? ${'['.repeat(400)}${']'.repeat(400)}\n: x`,
  `a: ${'x'.repeat(200_000)}`,
])('settings that would exhaust the stack or the memory are invalid: %#', (text) => {
  expect(settings('.github/labeler.yml', text)).toBeNull();
});

test('a long CODEOWNERS file is read in time proportional to its length', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `/folder-${index}/deep @a`);
  const changes = Array.from({ length: 2_000 }, (_, index) => [`other-${index}/a`, `x/${index}`]);
  const input = { ...codeOwners(['/x @a', '/other-7 @b', ...lines].join('\n')), changes };
  expect(titlesOf(input)).toEqual(['X', 'Other 7', 'Other']);
  expect(sectionsOf(input)).toHaveLength(3);
});
