import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/categorise/decide.ts';
import { loadSample } from '../../src/collect/saved.ts';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { configText } from '../../src/propose/config-text.ts';
import { propose } from '../../src/propose/propose.ts';
import type { PullRequest } from '../../src/snapshot/schema.ts';
import { files, pull } from '../support/snapshot.ts';
import { project, report } from './project.ts';

type Week = Record<string, PullRequest[]>;
const url = (number: number) => `https://github.com/linuxkit/linuxkit/pull/${number}`;
const entry = ({ number }: PullRequest) => `- It works [#${number}](${url(number)}) @rneugeba.`;

/** A report as the weekly layout has it. */
function weekly(week: Week): string {
  const sections = Object.entries(week).map(
    ([title, pulls]) => `### ${title}\n\n${pulls.map(entry).join('\n')}\n`,
  );
  return `# Report\n\nHello.\n\n## PRs merged\n\n${sections.join('\n')}\n### Issues\n\n- [#1](${url(1)})\n`;
}

function proposed(weeks: Week[], texts = weeks.map(weekly)) {
  return propose(
    project({
      reports: texts.map((text) => report(text)),
      pulls: weeks.flatMap((week) => Object.values(week).flat()),
    }),
  );
}

const rulesOf = (weeks: Week[], texts?: string[]) =>
  Object.fromEntries(
    proposed(weeks, texts).sections.map(({ title, paths, titles }) => [
      title,
      [...titles, ...paths],
    ]),
  );

let last = 100;
const changed = (...paths: string[]) => pull((last += 1), { files: files(...paths) });
const titled = (title: string, ...paths: string[]) =>
  pull((last += 1), { title, files: files(...paths) });
const times = (count: number, make: () => PullRequest) => Array.from({ length: count }, make);

test('the published report gives its four sections, and rules that sort all it cites', async () => {
  const text = await readFile(join(import.meta.dirname, '../seed/2017-05-08.md'), 'utf8');
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

  test('what no rule matches goes to the section that has most of it', () => {
    const { sections, fallback } = proposed([
      {
        Kernel: times(3, () => changed('kernel/a')),
        Misc: times(9, () => pull((last += 1), { files: null, filesComplete: false })),
      },
    ]);
    expect(fallback).toBe('Misc');
    expect(sections[1]?.why).toEqual([
      'The reports cite 9 under this heading; these rules sort 9 of them here. Neither titles nor paths distinguish them from the others.',
    ]);
  });
});

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

  test('in any script', () => {
    const week = { ядро: times(3, kernel), пакеты: times(3, core) };
    expect(proposed([week]).sections.map(({ title }) => title)).toEqual([
      'ядро',
      'пакеты',
      'Other',
    ]);
  });

  test('not headings of what was merged after the report', () => {
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
      "The earlier reports were not used: this clone's history has no pull request that they cite in a section.",
      'Their sections: Kernel, Core.',
    ]);
    expect(propose(project({ reports, repository: null })).notes[0]).toContain('without a remote');
    const pulls = week.Kernel;
    expect(propose(project({ reports, pulls })).notes[0]).toContain(
      'they have fewer than two sections',
    );
  });
});

describe('recurring parts', () => {
  const one = changed('a');
  const text = (introduction: string, end: string) =>
    `# LinuxKit weekly for 8 May 2017\n\n${introduction}\n\n## PRs merged\n\n### Kernel\n\n${entry(one)}\n\n${end}\n`;
  const standing = (...texts: string[]) =>
    propose(project({ reports: texts.map((each) => report(each)) })).recurring;

  test('title, introduction and closing sections are proposed', () => {
    const first = text(
      'The 7th weekly development report. Send\nPRs.\n\nA demo!',
      '## Plans\n\nArm.\n\n## Help\n\nAsk us.',
    );
    const second = text(
      'The 8th weekly development report. Send PRs.\n\nSee #5.',
      '## Issues\n\n#6\n\n## Plans\n\nRISC-V.\n\n## Help\n\nAsk us.',
    );
    const third = text(
      'Send PRs.\n\nNo demo.',
      '## Plans\n\nNone.\n\n## Help\n\nAsk us.\n\n## Party\n\nToday.',
    );
    expect(standing(first, second, third)).toEqual({
      title: 'LinuxKit weekly',
      introduction: 'Send PRs.',
      closing: [{ title: 'Plans' }, { title: 'Help', text: 'Ask us.' }],
    });
  });

  test('without a title and sections the defaults stay', () => {
    const list = `Week 23\n=======\n\n- ${one.title} #${one.number}\n`;
    expect(standing(list)).toEqual({});
    expect(standing('# No report\n\nHello.\n')).toEqual({});
  });

  test('are written to the config', () => {
    const proposal = propose(project({ reports: [report(text('Hello.', '## Help\n\nAsk.'))] }));
    expect(parseYamlConfig(configText(proposal, null), 'x')).toMatchObject({
      title: 'LinuxKit weekly',
      introduction: 'Hello.',
      closing: [{ title: 'Help' }],
    });
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
    { numRuns: 100 },
  );
});
