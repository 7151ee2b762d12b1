import { expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { completeProposal } from '../../../src/propose/complete-proposal.ts';
import {
  createProposal,
  createSection,
  type ProposedSection,
} from '../../../src/propose/proposal.ts';
import { area, change, projectOf, shares, type Work } from './work.ts';

const own = { repository: 'acme/rocket' };

test('the folder of all that a project is has its core, beside its parts', () => {
  expect(
    shares(
      own,
      [9, area('Library/Rocket/tank')],
      [8, area('Library/Rocket/wings/a')],
      [7, area('Library/Rocket/engine/a')],
    ),
  ).toEqual({ Core: 38, Wings: 33, Engine: 29, Other: 0 });
});

test('a folder that is there for others is divided, however small it is', () => {
  expect(
    shares(own, [9, area('share/maps/a')], [8, area('share/songs/a')], [40, area('engine/a')]),
  ).toEqual({ Engine: 70, Maps: 16, Songs: 14, Other: 0 });
});

test('words are spelt as the titles have them', () => {
  expect(
    shares(
      own,
      [9, change('aws: ask AWS twice', 'aws/a')],
      [8, change('Let IPv6 hosts in', 'ipv6/a')],
    ),
  ).toEqual({ AWS: 53, IPv6: 47, Other: 0 });
});

test('a fix with its test is no test, also where the fix has no section', () => {
  expect(
    shares(
      own,
      [9, change('Say it', 'tank.c', 'test/tank')],
      [8, area('test/b')],
      [8, area('wings/a')],
    ),
  ).toEqual({ Tests: 32, Wings: 32, Other: 36 });
});

const completed = (sections: ProposedSection[], ...work: [number, Work][]) =>
  completeProposal(createProposal('from a test', sections), projectOf(own, ...work)).sections;

test('tests and CI are no sections beside one for both', () => {
  const sections = ['Build and tests', 'CI', 'Tests', 'Tools'].map((title) =>
    createSection(title, { paths: [`${title}/**`] }),
  );
  expect(completed(sections)).toMatchObject([
    { title: 'Build and tests', paths: ['Build and tests/**', 'CI/**', 'Tests/**'] },
    { title: 'Tools' },
    { title: 'Other' },
  ]);
});

test('a short name in titles is that of the folder which they change', () => {
  const sections = [
    createSection('Eng', { titles: ['^eng:'] }),
    createSection('Engine', { paths: ['engine/**'] }),
  ];
  const titlesOf = (path: string) =>
    completed(sections, [9, change('eng: burn', path)]).map(({ title }) => title);
  expect(titlesOf('engine/a')).toEqual(['Engine', 'Other']);
  expect(titlesOf('fuel/a')).toEqual(['Eng', 'Engine', 'Other']);
});

test('titles about the changelog, or tests of something, are about no part', () => {
  const titles = Object.keys(
    shares(
      own,
      [9, change('CHANGELOG: add it', 'CHANGELOG.md')],
      [9, change('tests/int: try it', 'tests/integration/a')],
      [9, change('wings: flap', 'wings/a')],
    ),
  );
  expect(titles).toEqual(['Tests', 'Wings', 'Other']);
});

test('sections that leave most of the last month together are not used', () => {
  const late = (time: number, title: string, path: string) => ({
    ...change(title, path),
    time,
    number: 1,
  });
  const days = 86_400;
  const from = projectOf(
    own,
    [19, late(900 * days, 'Add a wheel', 'a.c')],
    [15, late(899 * days, 'Fix a wheel', 'b.c')],
    [60, late(400 * days, 'Say it', 'wings/a')],
    [60, late(400 * days, 'Say it', 'engine/a')],
  );
  expect(propose(from).sections.map(({ title }) => title)).toContain('Features');
});
