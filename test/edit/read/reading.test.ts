import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { issue, pull, snapshot, user } from '../../support/snapshot.ts';
import { exampleOptions } from '../../check/world.ts';
import { deskOf } from '../desk-of.ts';
import { readingOf } from '../desk.ts';

const facts = snapshot({
  pullRequests: [
    pull(1, { title: 'cli: add a flag', author: user('ada') }),
    pull(2, { title: 'kernel: update', author: user('bo') }),
    pull(3, { title: 'Fix CI', author: user('cy') }),
  ],
  issues: [issue(9, { title: 'It crashes', activity: [] })],
});
const sections = [
  { id: 'core', title: 'Core' },
  { id: 'kernel', title: 'Kernel', titles: ['^kernel'] },
];
const { desk, text } = await deskOf(facts, { sections });
const link = (number: number, kind = 'pull') =>
  `[#${number}](https://github.com/linuxkit/linuxkit/${kind}/${number})`;
const [ONE, TWO] = [`- Cli: add a flag ${link(1)} @ada.`, `- Kernel: update ${link(2)} @bo.`];

const wordsIn = (edited: string, parts = {}) =>
  readingOf(edited, { ...desk, ...parts }).entries.map(({ items, words }) => [
    items.map((item) => item.replace(/.*#/, '#')).join(' '),
    words,
  ]);

/** The draft with a change that it has to have. */
function edited(...changes: [from: string | RegExp, to: string][]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    expect(after).not.toBe(before);
    return after;
  }, text);
}

describe('the words of an entry', () => {
  test('are drafted, edited or added', () => {
    const changed = edited([/- Fix CI .*/, `- CI is fast ${link(3)} @cy.\n- Own ${link(77)}.`]);
    expect(wordsIn(changed)).toEqual([
      ...[
        ['#1', 'drafted'],
        ['#3', 'edited'],
        ['#77', 'added'],
        ['#2', 'drafted'],
      ],
    ]);
  });

  test('stay drafted in another section, in other bullets, and wrapped', () => {
    const line = text.split('\n').find((one) => one.includes('/pull/1)')) ?? '';
    const moved = edited([`${line}\n`, ''], [/(?=- [^\n]*pull\/2\))/, `${line}\n`]);
    expect(wordsIn(moved)).toEqual([
      ...[
        ['#3', 'drafted'],
        ['#1', 'drafted'],
        ['#2', 'drafted'],
      ],
    ]);
    const wrapped = moved.replace(line, line.replace('- ', '*   ').replace(' @ada', '\n    @ada'));
    expect(wordsIn(wrapped)).toContainEqual(['#1', 'drafted']);
  });

  test('are the editor’s where nothing tells them apart', () => {
    const alone = text.slice(0, text.indexOf('<!-- devreport record'));
    expect(wordsIn(alone, { drafts: null })).toEqual([
      ...[
        ['#1', 'edited'],
        ['#3', 'edited'],
        ['#2', 'edited'],
      ],
    ]);
    // The fresh draft is known again.
    expect(wordsIn(alone.replace('Fix CI', 'CI'))).toEqual([
      ...[
        ['#1', 'drafted'],
        ['#3', 'edited'],
        ['#2', 'drafted'],
      ],
    ]);
  });
});

test('the draft as it is has every section untouched, and an edited entry touches one', () => {
  const untouched = (of: string) =>
    readingOf(of, desk).sections.flatMap(({ title, isDrafted }) => (isDrafted ? [title] : []));
  expect(untouched(text)).toEqual(['Core', 'Kernel']);
  expect(untouched(edited(['Fix CI', 'We fixed CI']))).toEqual(['Kernel']);
});

test('one place is one step', () => {
  const { remaining } = readingOf(edited(['Fix CI', 'We fixed the the CI']), desk);
  const { comments, sections: untouched, drafted, findings, steps } = remaining;
  expect([untouched, drafted, findings]).toEqual([1, 2, 1]);
  expect(comments).toBeGreaterThan(2);
  expect(
    steps.filter(({ kind }) => kind !== 'comment').map((one) => [one.kind, one.label]),
  ).toEqual([
    ['entry', '#1'],
    ['finding', expect.stringContaining('the')],
    ['section', 'Kernel'],
    ['entry', '#2'],
  ]);
});

test('what was offered and is gone was taken out, unless it waits for a place', () => {
  const without = edited([/- Kernel: .*\n/i, '']);
  expect(readingOf(without, desk).takenOut).toEqual(['linuxkit/linuxkit#2']);
  expect(readingOf(text, desk).takenOut).toEqual([]);
  const waiting = `<!-- editor: devreport found no place for what follows. Move it into the text, or delete it:\n${TWO}\n-->`;
  expect(readingOf(`${waiting}\n\n${without}`, desk).takenOut).toEqual([]);
  // In the editor's words, without a link.
  const named = readingOf(without.replace('## PRs merged', 'Also #2.\n\n## PRs merged'), desk);
  expect(named.takenOut).toEqual([]);
  expect(named.cited).toContain('linuxkit/linuxkit#2');
});

describe('an entry', () => {
  const only = (markdown: string, parts = {}) => {
    const { entries } = readingOf(`# Report\n\n## PRs merged\n\n${markdown}\n`, parts);
    expect(entries).toHaveLength(1);
    return entries[0];
  };

  test.each([
    ['a list item', ONE, ['#1'], ['ada'], 'Cli: add a flag'],
    ['its list items', `${ONE}\n  - More ${link(2)}`, ['#1', '#2'], ['ada'], 'Cli: add a flag'],
    ['a row', `| A | B |\n|---|---|\n| Words | ${link(1)} @ada |`, ['#1'], ['ada'], 'Words'],
    ['a paragraph', `**Kernel:** it is new (${link(1)}).`, ['#1'], [], 'Kernel: it is new'],
    [
      'an element of HTML',
      `<ul>\n<li>Fast <a href="https://github.com/linuxkit/linuxkit/pull/1">#1</a> by @ada</li>\n</ul>`,
      ...[['#1'], [], 'Fast'],
    ],
    [
      'a title as a link',
      `- [Fast (#1)](https://github.com/linuxkit/linuxkit/pull/1)`,
      ['#1'],
      [],
      'Fast',
    ],
    [
      'what is mentioned before its subject',
      `- After ${link(8)}, it is fast ${link(1)} @ada and [Bo](https://github.com/bo).`,
      ...[['#1', '#8'], ['ada', 'bo'], 'After, it is fast'],
    ],
    ['code', `- Use \`a_b\` (reverts \`#7\`) ${link(1)}`, ['#1'], [], 'Use a_b (reverts #7)'],
    ['nothing but links', `- ${link(1)} ${link(2)} thanks to @ada`, ['#1', '#2'], ['ada'], ''],
  ] as const)('is %s', (_, markdown, items, people, title) => {
    const entry = only(markdown);
    expect(entry?.items.map((item) => item.replace(/.*#/, '#'))).toEqual(items);
    expect(entry?.people).toEqual(people);
    expect(entry?.title).toBe(title);
  });

  test('names people whom the facts know by name alone', async () => {
    const author = { login: null, name: 'Ada L.', type: 'user' } as const;
    const known = await deskOf(snapshot({ pullRequests: [pull(1, { author })] }));
    const { entries } = readingOf(known.text, known.desk);
    expect(entries.map(({ people }) => people)).toEqual([['Ada L.']]);
  });
});

test('links are whole, and names in them are theirs', () => {
  const markdown = `- Fast [#1] [@ada] ${link(2)} @bo, [words](https://example.org), \`@cy\`\n\n[#1]: https://github.com/linuxkit/linuxkit/pull/1\n[@ada]: https://github.com/ada\n`;
  const { atoms } = readingOf(markdown);
  expect(
    atoms.map(({ start, end, item, login }) => [markdown.slice(start, end), item ?? login]),
  ).toEqual([
    ['[#1]', 'linuxkit/linuxkit#1'],
    ['[@ada]', 'ada'],
    [link(2), 'linuxkit/linuxkit#2'],
    ['@bo', 'bo'],
  ]);
});

test('findings come with their corrections as edits of the text', async () => {
  const check = await exampleOptions();
  const markdown =
    '# R\n\n## PRs merged\n\n- The the kernel, by @rneugbea, is a teh thing #1757.\n';
  const { findings } = readingOf(markdown, { check });
  const corrected = findings.map(({ rule, fixes: [fix] }) => [
    rule,
    fix?.label,
    fix && applyEdits(markdown, [fix.edit]).split('\n')[4],
  ]);
  expect(corrected).toContainEqual([
    'login-known',
    'Replace with `@rneugeba`',
    '- The the kernel, by @rneugeba, is a teh thing #1757.',
  ]);
  expect(corrected.map(([rule]) => rule)).toEqual(
    expect.arrayContaining(['repeated-word', 'bare-reference']),
  );
});

test('a comment ends where it does, not where its line does', () => {
  const markdown =
    '<!-- editor: Say it. --> and more\n\n- a\n\n  <!-- editor: Again.\n  Please. -->\n';
  const { comments } = readingOf(markdown);
  expect(comments.map(({ start, end, text: said }) => [markdown.slice(start, end), said])).toEqual([
    ['<!-- editor: Say it. -->', 'Say it.'],
    ['<!-- editor: Again.\n  Please. -->', 'Again.\n  Please.'],
  ]);
});

describe('a text', () => {
  test('with a damaged record is read, and its record is a finding', () => {
    const damaged = readingOf(edited(['"version"', '"verzion"']), desk);
    expect(damaged.problem).toBeNull();
    expect(damaged.findings.map(({ rule }) => rule)).toContain('record-damaged');
    expect(damaged.entries).toHaveLength(3);
    expect(damaged.takenOut).toEqual([]);
  });

  test('with front matter has its sections below it', () => {
    const above = '---\ntitle: "R: #1"\nlayout: post\n---\n';
    const { sections: found, entries } = readingOf(`${above}\n${ONE}\n\n## Next\n`);
    expect(found.map(({ path, depth, start }) => [path, depth, start])).toEqual([
      ['', 0, above.length + 1],
      ['Next', 2, above.length + 1 + ONE.length + 2],
    ]);
    expect(entries.map(({ section }) => section)).toEqual([0]);
  });

  test('of nothing has nothing', () => {
    const { sections: found, entries, remaining, problem } = readingOf('');
    expect([found, entries, remaining.steps, problem]).toEqual([[], [], [], null]);
  });

  test('that can’t be read says why, and nothing else', () => {
    const reading = readingOf('> '.repeat(5_000) + 'x', {
      facts: { ...desk.facts, missing: ['A.'] },
    });
    expect(reading.problem).toContain('reports/2017-05-08.md');
    expect([reading.sections, reading.entries, reading.preview]).toEqual([[], [], []]);
    expect(reading.remaining.incomplete).toEqual(['A.']);
  });
});
