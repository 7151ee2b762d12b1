import { describe, expect, test } from 'vitest';
import { filtered, type Show } from '../../../src/edit/page/facts/filter.ts';
import { factGroups, type FactGroup } from '../../../src/edit/page/facts/rows.ts';
import type { DeskFacts, DeskReading, FactItem } from '../../../src/edit/protocol.ts';
import { readingOf } from '../desk.ts';

const home = 'octo/hello';
const facts: DeskFacts = {
  items: [
    item(1, 'Fix CI', { files: ['.github/workflows/ci.yml'], login: 'Ada' }),
    item(2, 'Boot faster', { labels: ['area/kernel'], files: ['kernel/boot.c'] }),
    item(3, 'It boots slowly', { kind: 'issue', list: 'issues' }),
    item(14, 'A quiet question', { kind: 'issue', list: 'less-active', login: 'bob' }),
    item(15, 'Bump everything', { list: 'excluded' }),
  ],
  people: [],
  repositories: [home],
  complete: true,
  missing: [],
  source: 'GitHub',
  collectedAt: null,
  problem: null,
};
const text = `# Report

### Core

- Fix CI [#1](https://github.com/octo/hello/pull/1)

### Kernel

- Boots faster now [#2](https://github.com/octo/hello/pull/2) [#3](https://github.com/octo/hello/issues/3)
`;

describe('the groups of the facts', () => {
  test('are the sections of the report, then everything else by why it is not there', () => {
    expect(titled(factGroups(facts, read(text)))).toEqual({
      Core: ['#1 Fix CI'],
      Kernel: ['#2 Boots faster now'],
      'Less active issues': ['#14 A quiet question'],
      'Excluded, and by bots': ['#15 Bump everything'],
    });
  });

  test('have what was taken out, and what only prose cites, by itself', () => {
    const reading = { ...read('# Report\n'), takenOut: ['octo/hello#1'], cited: ['octo/hello#3'] };
    expect(titled(factGroups(facts, reading))).toMatchObject({
      'Elsewhere in the text': ['#3 It boots slowly'],
      'Taken out by you': ['#1 Fix CI'],
      'Merged, not in the text': ['#2 Boot faster'],
    });
  });

  test('have two entries about one item as two rows', () => {
    const twice = text.replace(/^- Fix CI.*\n/m, '$&$&');
    const keys = factGroups(facts, read(twice)).flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(keys).toHaveLength(5);
    expect(new Set(keys).size).toBe(5);
  });

  test('are there without facts, and without a reading', () => {
    expect(titled(factGroups(null, read(text)))).toMatchObject({ Core: ['#1 Fix CI'] });
    expect(titled(factGroups(facts, null))).toMatchObject({
      'Merged, not in the text': ['#1 Fix CI', '#2 Boot faster'],
    });
  });
});

describe('searching the facts', () => {
  const known = new Map(facts.items.map((one) => [one.id, one]));
  const found = (query: string, show: Show = 'all'): string[] =>
    filtered(factGroups(facts, read(text)), { query, show, known }).flatMap(({ rows }) =>
      rows.map(({ label }) => label),
    );

  test.each([
    ['a number', '#2', ['#2']],
    ['the beginning of a number', '#1', ['#1', '#14', '#15']],
    ['the second item of an entry', '#3', ['#2']],
    ['a login', '@ada', ['#1']],
    ['the words of the text, in any order', 'now FASTER', ['#2']],
    ['the title that an item has', 'boot slowly', ['#2']],
    ['a label', 'area/kernel', ['#2']],
    ['a changed path', 'workflows/ci', ['#1']],
    ['a login and a word', '@bob question', ['#14']],
    ['what is nowhere', '@bob kernel', []],
  ])('finds by %s', (_, query, labels) => {
    expect(found(query)).toEqual(labels);
  });

  test.each<[Show, string[]]>([
    ['report', ['#1', '#2']],
    ['others', ['#14', '#15']],
    ['issue', ['#14']],
    ['pull', ['#1', '#2', '#15']],
    ['commit', []],
  ])('can be narrowed to %s', (show, labels) => {
    expect(found('', show)).toEqual(labels);
  });
});

function read(report: string): DeskReading {
  return readingOf(report, { home, facts });
}

function titled(groups: readonly FactGroup[]): Record<string, string[]> {
  return Object.fromEntries(
    groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => [title, rows.map((row) => `${row.label} ${row.title}`)]),
  );
}

interface ItemParts {
  kind?: FactItem['kind'];
  list?: FactItem['list'];
  labels?: string[];
  files?: string[];
  login?: string;
}

function item(
  number: number,
  title: string,
  { kind = 'pull', list = 'merged', labels = [], files = [], login = 'eve' }: ItemParts,
): FactItem {
  return {
    ...{ title, kind, list, labels, note: null, body: null, why: [], section: null },
    id: `${home}#${number}`,
    label: `#${number}`,
    url: `https://github.com/${home}/issues/${number}`,
    state: kind === 'pull' ? 'merged' : 'open',
    people: [{ login, name: login, did: ['author'] }],
    files: files.map((path) => ({ path, additions: 1, deletions: 0 })),
  };
}
