import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules } from '../../../src/categorise/decide.ts';
import { loadSample } from '../../../src/collect/saved.ts';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { configText } from '../../../src/propose/config-text.ts';
import { learn } from '../../../src/propose/learn/learn.ts';
import { propose } from '../../../src/propose/propose.ts';
import { files, pull } from '../../support/snapshot.ts';
import { project, report } from '../project.ts';
import { changed, proposed, rulesOf, times, titled, type Week } from '../weeks.ts';
import { runs } from '../../support/runs.ts';

test('the published report gives its four sections, and rules that sort all its citations', async () => {
  const text = await readFile(join(import.meta.dirname, '../../seed/2017-05-08.md'), 'utf8');
  const { pullRequests } = await loadSample();
  const pulls = pullRequests.filter(({ state }) => state === 'merged');
  const { sections, notes, fallback } = propose(project({ reports: [report(text)], pulls }));
  expect(sections.map(({ title }) => title)).toEqual([
    'Core',
    'Kernel',
    'Packages',
    'Testing',
    'Other',
  ]);
  expect(sections.slice(0, 3).map(({ paths }) => paths)).toEqual([
    ['src/**'],
    ['kernel/**'],
    ['pkg/**'],
  ]);
  expect(notes).toEqual(['These rules sort 8 of 8 cited pull requests as the reports did.']);
  expect(fallback).toBe('Other');
});

describe('learned rules', () => {
  test('a kernel change that touches tests and docs too goes to the kernel', () => {
    const week = {
      Testing: times(10, () => changed('test/a', 'Makefile')),
      Kernel: times(10, () => changed('kernel/a', 'docs/a', 'test/a', 'test/b')),
      Documentation: times(10, () => changed('docs/a')),
    };
    const { sections, notes } = proposed([week]);
    const claims = Object.fromEntries(sections.map(({ title, claims }) => [title, claims ?? 0]));
    expect(claims['Kernel']).toBeLessThan(claims['Testing'] ?? 0);
    expect(claims['Kernel']).toBeLessThan(claims['Documentation'] ?? 0);
    expect(notes[0]).toContain('sort 30 of 30 cited');
  });

  test('a folder inside another claims first', () => {
    const { sections } = proposed([
      {
        Core: [...times(5, () => changed('src/a/a')), ...times(5, () => changed('src/b/a'))],
        Network: times(9, () => changed('src/net/a')),
      },
    ]);
    expect(sections.map(({ title, claims, paths }) => [title, claims, paths])).toEqual([
      ['Core', 2, ['src/**']],
      ['Network', 1, ['src/net/**']],
      ['Other', undefined, []],
    ]);
  });

  test('titles decide where paths cannot', () => {
    const rules = rulesOf([
      {
        Kernel: times(5, () => titled('kernel: Update', 'a/b')),
        Network: times(5, () => titled('fix(net): Drop', 'a/b')),
        Documents: times(5, () => titled('[docs] Say', 'a/b')),
        Core: times(6, () => changed('a/b')),
      },
    ]);
    expect(rules).toEqual({
      Kernel: ['^kernel[:/]'],
      Network: [String.raw`^\w+\(net\)!?:`],
      Documents: [String.raw`^\[docs\]`],
      Core: ['a/**'],
      Other: [],
    });
  });

  test('a single misplaced pull request gives no rule', () => {
    const slip = changed('kernel/x');
    const rules = rulesOf([
      {
        Kernel: times(20, () => changed('kernel/a')),
        Core: [slip, ...times(20, () => changed('src/a'))],
      },
    ]);
    expect(rules).toEqual({ Kernel: ['kernel/**'], Core: ['src/**'], Other: [] });
  });

  test('with many examples a glob has to explain two of them', () => {
    const rules = rulesOf([
      {
        Kernel: [...times(10, () => changed('kernel/a')), changed('drivers/a', 'drivers/b')],
        Core: times(10, () => changed('src/a')),
      },
    ]);
    expect(rules).toMatchObject({ Kernel: ['kernel/**'], Core: ['src/**'] });
  });

  test('sections without titles or without paths are explained, too', () => {
    const { sections } = proposed([
      {
        Kernel: times(5, () => titled('kernel: Update', 'a/b')),
        Core: times(6, () => changed('a/b')),
      },
    ]);
    expect(sections.slice(0, 2).map(({ titles, paths, why }) => [titles, paths, why])).toEqual([
      [
        ['^kernel[:/]'],
        [],
        ['The reports cite 5 under this heading; these rules sort 5 of them here.'],
      ],
      [[], ['a/**'], ['The reports cite 6 under this heading; these rules sort 6 of them here.']],
    ]);
  });

  test('as many as needed, in the order that explains the most', () => {
    const folders = ['arm', 'boot', 'cpu', 'drivers', 'efi'];
    const { sections, notes } = proposed([
      {
        Core: times(6, () => changed('src/a')),
        Kernel: folders.map((folder) => changed('src/a', `${folder}/a`)),
      },
    ]);
    expect(sections.map(({ claims, paths }) => [claims, paths])).toEqual([
      [2, ['src/**']],
      [1, folders.map((folder) => `${folder}/**`)],
      [undefined, []],
    ]);
    expect(notes[0]).toContain('sort 11 of 11');
  });

  test('in an order that takes more than one round to find', () => {
    const example = (heading: string, ...paths: string[]) => ({ pull: changed(...paths), heading });
    const { sections, fallback } = learn(
      [
        example('Boot', 'boot/a', 'lib/a'),
        example('Test', 'test/a', 'core/a'),
        example('Core', 'core/a', 'lib/a', 'boot/a'),
        example('Core', 'core/a', 'boot/a'),
        example('Test', 'lib/a'),
      ],
      ['Boot', 'Core', 'Test'],
    );
    expect(sections.map(({ claims, paths }) => [claims, paths])).toEqual([
      [3, ['boot/**']],
      [2, ['core/**']],
      [1, ['test/**']],
    ]);
    expect(fallback).toBe('Test');
  });

  test('a file at the top rather than a folder in a folder', () => {
    const rules = rulesOf([
      {
        Core: times(3, () => changed('Makefile', 'src/cmd/a', 'src/cmd/b')),
        Kernel: times(3, () => changed('src/kernel/a')),
      },
    ]);
    expect(rules).toMatchObject({ Core: ['Makefile'], Kernel: ['src/**'] });
  });

  test('no beginning of titles that sections share', () => {
    const rules = rulesOf([
      {
        Core: times(3, () => titled('all: Update', 'src/a')),
        Kernel: times(2, () => titled('all: Update', 'kernel/a')),
      },
    ]);
    expect(rules).toMatchObject({ Core: ['src/**'], Kernel: ['kernel/**'] });
  });

  test('of globs that win the same, the one that fewer other sections match', () => {
    const rules = rulesOf([
      {
        Build: times(3, () => changed('build/a', 'lib/a')),
        Core: times(3, () => changed('src/a', 'lib/b')),
      },
    ]);
    expect(rules).toMatchObject({ Build: ['build/**'], Core: ['src/**'] });
  });

  test('unmatched pull requests go to the section that has most of them', () => {
    const { sections, fallback } = proposed([
      {
        Kernel: times(3, () => changed('kernel/a')),
        Misc: times(9, () => ({ ...changed(), files: null, filesComplete: false })),
      },
    ]);
    expect(fallback).toBe('Misc');
    expect(sections[1]?.why).toEqual([
      'The reports cite 9 under this heading; these rules sort 9 of them here. Neither titles nor paths distinguish them from the others.',
    ]);
  });
});

test('the written config sorts as many pull requests as the note claims', () => {
  const folder = fc.constantFrom('kernel', 'pkg', 'src', 'src/net', 'test', 'docs', 'docs/api');
  const one = fc.record({
    section: fc.constantFrom('Kernel', 'Packages', 'Core', 'Testing', 'Docs'),
    paths: fc.array(
      fc.tuple(folder, fc.constantFrom('a', 'b.c')).map((parts) => parts.join('/')),
      { maxLength: 5 },
    ),
    title: fc.constantFrom('kernel: x', 'pkg/a: y', 'fix(docs): z', 'Change', 'test'),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 60 }), (drawn) => {
      const pulls = drawn.map(({ paths, title }, index) =>
        pull(index + 1, { title, files: files(...new Set(paths)) }),
      );
      const week: Week = {};
      drawn.forEach(({ section }, index) => {
        const found = pulls[index];
        if (found) week[section] = [...(week[section] ?? []), found];
      });
      const proposal = proposed([week]);
      fc.pre(proposal.source === 'from the earlier reports');
      const config = parseYamlConfig(configText(proposal, null), 'x');
      const decide = compileRules(config);
      const sections = new Map(config.sections.map(({ id, title }) => [id, title]));
      const kept = Object.entries(week).filter(([title]) => [...sections.values()].includes(title));
      const right = kept.flatMap(([title, list]) =>
        list.filter((found) => sections.get(decide(found, []).section) === title),
      );
      const all = kept.reduce((sum, [, list]) => sum + list.length, 0);
      expect(proposal.notes[0]).toContain(`sort ${right.length} of ${all} cited`);
      // Never worse than one section for all.
      const largest = Math.max(...kept.map(([, list]) => list.length));
      expect(right.length).toBeGreaterThanOrEqual(largest);
    }),
    runs(12),
  );
});
