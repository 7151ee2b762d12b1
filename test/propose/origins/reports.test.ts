import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { files, pull } from '../../support/snapshot.ts';
import { project, report } from '../project.ts';
import { changed, entry, proposed, times, url, type Week, weekly } from '../weeks.ts';

describe('sections are', () => {
  const kernel = () => changed('kernel/a');
  const core = () => changed('src/a');

  test('headings below the merged work, if any', () => {
    const week = { Kernel: times(3, kernel), Core: times(3, core) };
    const text = `${weekly(week)}\n## A demo\n\nSee [#99](${url(99)}).\n`;
    const { sections } = proposed(
      [{ ...week, '': [pull(99, { files: files('demo/x') })] }],
      [text],
    );
    expect(sections.map(({ title }) => title)).toEqual(['Kernel', 'Core', 'Other']);
  });

  test('else any headings; reference links and bare numbers are citations', () => {
    const [one, two, three, four] = times(4, kernel);
    const text = `# Week 23\n\n## Kernel\n\n- It ([#${one?.number}] [@rn])\n- And linuxkit/linuxkit#${two?.number}\n\n## Core:\n\n- #${three?.number}\n\n## Ongoing Activity\n\n- #${four?.number}\n\n[#${one?.number}]: ${url(one?.number ?? 0)}\n`;
    const pulls = [one, two, three, four].filter((found) => found !== undefined);
    const { sections } = proposed([{ '': pulls }], [text]);
    expect(sections.map(({ title }) => title)).toEqual(['Kernel', 'Core', 'Other']);
  });

  test('not a list of everything merged', () => {
    const week = { '': times(5, kernel) };
    const text = `# Report\n\n## Merged PRs:\n\n${week[''].map(entry).join('\n')}\n`;
    expect(proposed([week], [text]).source).toBe('by kind of work');
  });

  test('not headings in one report of many', () => {
    const regular = () => ({ Kernel: times(5, kernel), Core: times(5, core) });
    const weeks: Week[] = [regular(), regular(), { ...regular(), Easter: times(2, core) }];
    expect(proposed(weeks).sections.map(({ title }) => title)).toEqual(['Kernel', 'Core', 'Other']);
  });

  test('in the latest spelling', () => {
    const weeks = [
      { KERNEL: times(3, kernel), Core: times(3, core) },
      { Kernel: times(3, kernel), Core: times(3, core) },
    ];
    expect(proposed(weeks).sections.map(({ title }) => title)).toEqual(['Kernel', 'Core', 'Other']);
  });

  test('not a heading of one among many pull requests', () => {
    const week = { Kernel: times(10, kernel), Core: times(10, core), Slip: [changed('slip/a')] };
    expect(proposed([week]).sections.map(({ title }) => title)).toEqual([
      'Kernel',
      'Core',
      'Other',
    ]);
  });

  test('all headings, when only one is below the merged work', () => {
    const pulls = times(4, kernel);
    const [one, two] = [pulls.slice(0, 2), pulls.slice(2)].map((list) =>
      list.map(entry).join('\n'),
    );
    const text = `# R\n\n## Kernel\n\n${one}\n\n## PRs merged\n\n### Core\n\n${two}\n`;
    const { sections } = proposed([{ '': pulls }], [text]);
    expect(sections.map(({ title }) => title)).toEqual(['Kernel', 'Core']);
  });

  test('at most twelve, those that cite the most', () => {
    const week = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [
        `Part ${index}`,
        times(index + 2, () => changed(`p${index}/a`)),
      ]),
    );
    expect(proposed([week]).sections.map(({ title }) => title)).toEqual([
      ...Object.keys(week).slice(2),
      'Other',
    ]);
  });

  test('in their mean order in the reports', () => {
    const weeks: Week[] = [
      { Core: times(2, core), Kernel: times(2, kernel), Pkg: times(2, () => changed('pkg/a')) },
      { Kernel: times(2, kernel), Pkg: times(2, () => changed('pkg/a')), Core: times(2, core) },
      { Kernel: times(2, kernel), Core: times(2, core), Pkg: times(2, () => changed('pkg/a')) },
    ];
    expect(proposed(weeks).sections.map(({ title }) => title)).toEqual([
      'Kernel',
      'Core',
      'Pkg',
      'Other',
    ]);
  });

  test('with one of their own for everything else', () => {
    const week = { Kernel: times(3, kernel), Other: times(3, core) };
    const { sections, fallback } = proposed([week]);
    expect(sections.map(({ title }) => title)).toEqual(['Kernel', 'Other']);
    expect(fallback).toBe('Other');
  });

  test('in any script', () => {
    const week = { ядро: times(3, kernel), пакеты: times(3, core) };
    expect(proposed([week]).sections.map(({ title }) => title)).toEqual([
      'ядро',
      'пакеты',
      'Other',
    ]);
  });

  test('not headings of pull requests merged after the report', () => {
    const late = changed('src/a');
    const week = {
      Kernel: times(3, kernel),
      Core: times(3, core),
      Soon: [{ ...late, mergedAt: '2017-05-20T00:00:00Z' }],
    };
    expect(proposed([week]).sections.map(({ title }) => title)).toEqual([
      'Kernel',
      'Core',
      'Other',
    ]);
  });
});

describe('unused reports', () => {
  const week = { Kernel: times(2, () => changed('a')), Core: times(2, () => changed('b')) };
  const reports = [report(weekly(week))];

  test('leave a note with the reason and their sections', () => {
    const found = propose(project({ reports }));
    expect(found.source).toBe('by kind of work');
    expect(found.notes.slice(0, 2)).toEqual([
      "The earlier reports were not used: they cite no pull request of this clone's history in a section.",
      'Their sections: Kernel, Core.',
    ]);
    expect(propose(project({ reports, repository: null })).notes[0]).toContain('without a remote');
    const pulls = week.Kernel;
    expect(propose(project({ reports, pulls })).notes[0]).toContain(
      'they have fewer than two sections',
    );
  });
});
