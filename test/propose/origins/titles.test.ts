import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { change, shares, type Work } from '../measure/work.ts';
import { changes, codeOwners, project, sectionsOf, titlesOf } from '../project.ts';

describe('conventional titles', () => {
  const titles = [
    ...['feat: a', 'feat(ui): b', 'Feature!: c', 'fix: d', 'Fix(core)!: e', 'fix: f'],
    ...['docs: g', 'doc: h', 'build(deps): i', 'test: j', 'perf: k', 'Say l'],
  ];

  test('give a section for each kind of work that some of them name', () => {
    expect(
      sectionsOf({ titles }).map(({ title, titles: rules, why }) => [title, rules, why[0]]),
    ).toEqual([
      ['Features', [String.raw`^(feat|feature)(\([^)]*\))?!?:`], '3 of 12 titles name it.'],
      ['Fixes', [String.raw`^(fix|bugfix)(\([^)]*\))?!?:`], '3 of 12 titles name it.'],
      ['Documentation', [String.raw`^(docs?)(\([^)]*\))?!?:`], '2 of 12 titles name it.'],
      [
        'Build and tests',
        [String.raw`^(build|ci|tests?)(\([^)]*\))?!?:`],
        '2 of 12 titles name it.',
      ],
      ['Other', [], 'Everything else.'],
    ]);
  });

  test('are more trusted than who owns which folders, and than the folders', () => {
    const year = changes([6, ['g/a']], [6, ['h/a']]);
    const parts = { ...codeOwners('/g/ @x\n/h/ @x'), changes: year };
    expect(titlesOf({ ...parts, titles })).toContain('Features');
    expect(titlesOf({ changes: year, titles })).toContain('Features');
  });

  test('are conventional only if half of the titles are', () => {
    const others = Array.from({ length: 12 }, (_, index) => `Change ${index}`);
    expect(titlesOf({ titles: [...titles, ...others], changes: changes([2, ['g/a']]) })).toEqual([
      ...['Features', 'Fixes', 'Documentation', 'Build and tests', 'Other'],
    ]);
    expect(propose(project({ titles: [...titles, ...others] })).source).toBe(
      'from the words of the titles',
    );
  });
});

describe('areas before the colon', () => {
  test('count with what is inside of them and named after them', () => {
    expect(
      shares(
        {},
        ...([
          ...['sky', 'sky/sun', 'sky/moon', 'sky+sea', 'sky(x)'].map(titled(2)),
          ...['sea', 'sea/fish'].map(titled(5)),
          ...['dune', 'cave', 'wood'].map(titled(4)),
        ] satisfies [number, Work][]),
      ),
    ).toEqual({ Sky: 31, Sea: 31, Dune: 13, Cave: 13, Wood: 13, Other: 0 });
  });

  test('are apart in a folder that only holds others, or that has too much', () => {
    expect(shares({}, ...['pkg/init', 'pkg/dhcp', 'net/tcp', 'net/udp'].map(titled(9)))).toEqual({
      Init: 25,
      Dhcp: 25,
      Tcp: 25,
      Udp: 25,
      Other: 0,
    });
  });

  test('can be in brackets', () => {
    expect(
      shares(
        {},
        [9, change('[sky] Lift it', 'a')],
        [9, change('[Sea] Sink it', 'a')],
        [9, change('[ci] Run it', 'a')],
        [3, change('[Fix #12] Say it', 'a')],
      ),
    ).toEqual({ 'Build and tests': 30, Sky: 30, Sea: 30, Other: 10 });
  });

  test('for everything else are last', () => {
    expect(Object.keys(shares({}, ...['misc', 'sky', 'sea'].map(titled(9))))).toEqual([
      ...['Sky', 'Sea', 'Misc'],
    ]);
  });
});

describe('words of titles', () => {
  const add = change('Add wings', 'a');

  test('say nothing after a colon: a fix that tests something is a fix', () => {
    const fix = change('fix(ui): pass the tests of the docs', 'a');
    const tests = change('Run all tests', 'a');
    expect(shares({}, [9, add], [9, fix], [9, tests])).toEqual({
      ...{ Features: 33, Fixes: 33, 'Build and tests': 33, Other: 0 },
    });
  });

  test('begin after what is in brackets', () => {
    expect(shares({}, [12, change('[Fix #12] Avoid a stall', 'a')], [12, add])).toEqual({
      ...{ Features: 50, Fixes: 50, Other: 0 },
    });
  });
});

function titled(count: number): (area: string) => [number, Work] {
  return (area) => [count, change(`${area}: say it`, 'a')];
}
