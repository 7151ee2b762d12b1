import { describe, expect, test } from 'vitest';
import { layoutNames } from '../../../src/config/layout-texts.ts';
import { compileTemplate } from '../../../src/render/compile/compile-template.ts';
import { loadTemplate } from '../../../src/render/load-template.ts';
import { bodyOf, changes, digest, type Facts, Series } from '../../revise/support.ts';
import {
  discussed,
  draft,
  entry,
  friday,
  kernel,
  link,
  series,
  testing,
  tuesday,
} from '../../revise/tuesday-to-friday.ts';
import { issue, pull } from '../../support/snapshot.ts';
import { acceptable, NewsDesk, shown } from './news-desk.ts';

const edited = draft.replace('Change 2', 'The second change');
const open = (text = edited, facts: Facts = friday, of = series) => new NewsDesk(of, text, facts);

describe('what a rerun would change', () => {
  test('is a row an entry, each with its section, its text before and after, and its edits', () => {
    const rows = open().proposed();
    expect(rows.map(({ edits }) => edits.length)).toEqual([1, 1, 1]);
    const read = rows.map(({ kind, label, section, before, after }) => {
      return { kind, label, section, before, after };
    });
    expect(read).toEqual(
      expect.arrayContaining([
        {
          ...{ kind: 'new', label: '#5 Change 5', section: 'PRs merged › Testing' },
          ...{ before: '', after: entry(5).slice(2) },
        },
        {
          ...{ kind: 'new', label: '#4 Change 4', section: 'PRs merged › Kernel' },
          ...{ before: '', after: entry(4).slice(2) },
        },
        {
          ...{ kind: 'changed', section: 'PRs merged › Kernel' },
          label: '#3: would now read “Better title #3 @rneugeba.”',
          ...{ before: entry(3).slice(2), after: entry(3, 'Better title').slice(2) },
        },
      ]),
    );
  });

  test('repeats no text of others, however many come at one place', () => {
    const pulls = Array.from({ length: 300 }, (_, index) => pull(index + 100, kernel));
    const rows = open(edited, { ...friday, pullRequests: pulls }).proposed();
    const texts = rows.flatMap(({ edits }) => edits.map(({ text }) => text.length));
    expect(rows.filter(({ kind }) => kind === 'new')).toHaveLength(300);
    expect(Math.max(...texts)).toBeLessThan(200);
  });

  test('has the same ids in another text', () => {
    const ids = (text: string) =>
      open(text)
        .proposed()
        .map(({ id }) => id)
        .sort();
    expect(ids(draft.replace('Change 1', 'The first change'))).toEqual(ids(edited));
    expect(ids(edited.replaceAll('\n', '\r\n'))).toEqual(ids(edited));
  });

  test('is made one by one: what is left is proposed again, and no other byte changes', () => {
    const desk = open();
    const [five] = desk.proposed().filter(({ label }) => label.startsWith('#5'));
    desk.accept(five ? [five] : []);
    expect(changes(edited, desk.text)).toEqual(['+### Testing', '+', `+${entry(5)}`, '+']);
    expect(
      desk
        .proposed()
        .map(({ label }) => label.slice(0, 2))
        .sort(),
    ).toEqual(['#3', '#4']);
    desk.accept(desk.proposed());
    expect(bodyOf(desk.text)).toBe(bodyOf(series.rerun(edited, friday).text));
    expect(desk.proposed()).toEqual([]);
  });

  test('is dismissed for good, also by a rerun', () => {
    const desk = open();
    desk.dismiss(desk.proposed());
    expect(bodyOf(desk.text)).toBe(bodyOf(edited));
    expect(desk.proposed()).toEqual([]);
    const { text, result } = series.rerun(desk.text, friday);
    expect(text).toBe(desk.text);
    expect(result).toMatchObject({
      added: [],
      refreshed: [],
      leftOut: ['linuxkit/linuxkit#4', 'linuxkit/linuxkit#5'],
    });
  });

  test('moves an entry as one change', () => {
    const moved = pull(1, { ...kernel, title: 'Uno' });
    const facts = { ...friday, pullRequests: [moved, pull(2, kernel), pull(3, testing)] };
    const desk = open(edited, facts);
    expect(desk.proposed().map(shown)).toEqual([
      'changed #1: would now read “Uno #1 @rneugeba.”, now in Kernel',
    ]);
    desk.accept(desk.proposed());
    expect(desk.text.split(link(1))).toHaveLength(2);
    expect(bodyOf(desk.text)).toBe(bodyOf(series.rerun(edited, facts).text));
  });

  test('leaves and dismisses what it names for the editor', () => {
    const facts = {
      ...friday,
      pullRequests: [pull(1), pull(2, { ...kernel, title: 'Another title' })],
    };
    const desk = open(edited, facts);
    const rows = desk.proposed();
    expect(rows.filter(({ kind }) => kind === 'gone').map(({ label }) => label)).toEqual([
      '#2: would now read “Another title #2 @rneugeba.”',
      '#3: missing from the facts',
    ]);
    expect(desk.accept(rows.filter(({ kind }) => kind === 'gone'))).toEqual([]);
    expect(desk.text).toBe(edited);
    desk.dismiss(rows);
    expect(desk.proposed()).toEqual([]);
    expect(series.rerun(desk.text, facts).result).toMatchObject({ changed: [], gone: [] });
  });

  test('names an entry that the draft no longer shows, until it is dismissed or seen', () => {
    const facts = { ...tuesday, issues: [issue(20, discussed), issue(21)] };
    const desk = open(edited, facts);
    expect(desk.proposed().map(shown)).toEqual(['gone #21: no longer in the draft']);
    desk.dismiss(desk.proposed());
    expect(bodyOf(desk.text)).toBe(bodyOf(edited));
    expect(desk.proposed()).toEqual([]);
    const seen = ['linuxkit/linuxkit#21'];
    expect(series.rerun(edited, facts, { seen }).text).toBe(desk.text);
    expect(series.rerun(desk.text, facts).result.unshown).toEqual([]);
  });

  test('takes what says that nothing is there along with the first entry', () => {
    const empty = series
      .draft({ issues: [issue(20, discussed), issue(21, discussed)] })
      .replace('weekly', 'Weekly');
    const facts = { ...tuesday, pullRequests: [pull(1), pull(2, kernel)] };
    const desk = open(empty, facts);
    const [one] = desk.proposed().filter(({ label }) => label.startsWith('#1'));
    expect(acceptable(desk.proposed()).map(shown)).toEqual(['new #1 Change 1', 'new #2 Change 2']);
    expect(empty).toContain('None in this period.');
    desk.accept(one ? [one] : []);
    expect(desk.text).not.toContain('None in this period.');
    expect(desk.proposed().map(shown)).toEqual(['new #2 Change 2']);
  });
});

describe('an unedited draft', () => {
  test('is proposed entry by entry, and is the fresh draft when all is accepted', () => {
    const desk = open(draft);
    expect(desk.proposed()).toHaveLength(3);
    for (const row of desk.proposed()) desk.accept([row]);
    expect(desk.text).toBe(series.draft(friday));
  });

  test('loses what the fresh one lacks, if that is accepted', () => {
    const facts = { ...tuesday, issues: [issue(20, discussed)] };
    const desk = open(draft, facts);
    expect(desk.proposed().map(shown)).toEqual(['changed #21: no longer in the draft']);
    desk.accept(desk.proposed());
    expect(desk.text).toBe(series.draft(facts));
  });

  test('keeps what was left, and loses nothing that was dismissed in a rerun', () => {
    const desk = open(draft);
    const [first, second, third] = desk.proposed();
    if (!first || !second || !third) throw new Error('three changes expected');
    desk.accept([first]);
    desk.dismiss([second]);
    expect(desk.proposed().map(({ id }) => id)).toEqual([third.id]);
    desk.accept([third]);
    expect(series.rerun(desk.text, friday).text).toBe(desk.text);
  });
});

describe('a report without a record', () => {
  const mine = '# Mine\n\n## PRs merged\n\n### Kernel\n\n* Two ' + link(2) + '\n';

  test('gets one, and nothing else; the rest is proposed', () => {
    const desk = open(mine);
    desk.adopt();
    expect(desk.text.startsWith(`${mine}\n<!-- devreport record`)).toBe(true);
    const numbers = acceptable(desk.proposed()).map(({ label }) => /^#\d+/.exec(label)?.[0]);
    expect(numbers.sort()).toEqual(['#1', '#20', '#21', '#3', '#4', '#5']);
    desk.accept(desk.proposed());
    expect(bodyOf(desk.text)).toBe(bodyOf(series.rerun(mine, friday, { adopt: true }).text));
  });
});

test('definitions go along with the entries that need them', () => {
  const references = new Series({}, digest);
  const text = references.draft(tuesday).replace('Change 2', 'The second change');
  const desk = open(text, friday, references);
  const four = desk.proposed().filter(({ label }) => label.startsWith('#4'));
  desk.accept(four);
  expect(changes(text, desk.text).filter((line) => line.startsWith('+['))).toHaveLength(1);
});

test('front matter is a row a key', () => {
  const source = `---\ncount: {{stats.pullsMerged}}\nweek: one\n---\n\n# {{title}}\n\n## PRs merged\n\n{{#each merged}}{{#each entries}}\n- {{text}} {{#each refs}}[{{label}}]({{url}}){{/each}}\n{{/each}}{{/each}}\n`;
  const own = new Series({}, compileTemplate({ file: 'mine.hbs', source, partials: {} }));
  const text = own.draft(tuesday).replace('Change 2', 'The second change');
  const count = () => desk.proposed().filter(({ label }) => label.includes('count'));
  let desk = open(text, friday, own);
  expect(count()).toMatchObject([
    {
      kind: 'else',
      label: 'count changed in the front matter',
      before: 'count: 3',
      after: 'count: 5',
    },
  ]);
  desk.accept(count());
  expect(changes(text, desk.text)).toEqual(['-count: 3', '+count: 5']);
  desk = open(text, friday, own);
  desk.dismiss(count());
  expect(own.rerun(desk.text, friday).text).toContain('\ncount: 3\n');
  expect(count()).toEqual([]);
});

test.each(layoutNames)(
  'the layout %s has nothing left after each row is accepted in turn, with CRLF',
  async (template) => {
    const of = new Series({ template }, await loadTemplate(template, '.'));
    const text = of
      .draft(tuesday)
      .replace('Change 2', 'The second change')
      .replaceAll('\n', '\r\n');
    const desk = open(text, friday, of);
    for (const row of acceptable(desk.proposed())) expect(desk.accept([row])).toEqual([row.id]);
    expect(acceptable(desk.proposed())).toEqual([]);
    expect(desk.text).not.toMatch(/(?<!\r)\n/);
    expect(bodyOf(desk.text)).toBe(bodyOf(of.rerun(text, friday).text));
  },
);
