import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { pull, user } from '../support/snapshot.ts';
import { bodyOf, type Facts, Series } from './support.ts';
import { kernel, link, testing } from './tuesday-to-friday.ts';

const load = async (name: string) =>
  new Series({}, await loadTemplate(`shapes/${name}.hbs`, import.meta.dirname));

const bold = await load('bold');
const details = await load('details');
const people = await load('people');
const runsOf = await load('runs');
const titles = await load('titles');
const entry = (number: number, title = `Change ${number}`) => `- ${title} ${link(number)}`;
const list = (...numbers: number[]) => numbers.map((number) => entry(number)).join('\n');

const tuesday: Facts = { pullRequests: [pull(1), pull(2, kernel), pull(3, kernel)] };
const friday: Facts = {
  pullRequests: [
    ...[pull(1), pull(2, kernel), pull(3, kernel)],
    ...[pull(4), pull(5, kernel), pull(6, testing)],
  ],
};

/** The part of a rerun's text below the heading of the groups, which another rerun doesn't change. */
function merged(series: Series, edited: string, facts: Facts): string {
  const { text } = series.rerun(edited, facts);
  expect(series.rerun(text, facts).text).toBe(text);
  const body = bodyOf(text);
  const start = body.indexOf('## PRs merged') + '## PRs merged'.length;
  return body.slice(start, body.indexOf('## Issues')).trim();
}

describe('groups below bold lines', () => {
  const draft = bold.draft(tuesday);
  const edited = draft.replace('Change 3', 'The third');

  test('get their new entries, and a new group brings its line', () => {
    expect(merged(bold, edited, friday)).toBe(
      `**Core**\n\n${list(1, 4)}\n\n**Kernel**\n\n${entry(2)}\n${entry(3, 'The third')}\n${entry(5)}\n\n**Testing**\n\n${entry(6)}`,
    );
  });

  test('between others, before the one that follows in the draft', () => {
    const facts: Facts = { pullRequests: [pull(1), pull(6, testing)] };
    const before = bold.draft(facts).replace('Change 1', 'The first');
    expect(
      merged(bold, before, { pullRequests: [pull(1), pull(2, kernel), pull(6, testing)] }),
    ).toBe(
      `**Core**\n\n${entry(1, 'The first')}\n\n**Kernel**\n\n${entry(2)}\n\n**Testing**\n\n${entry(6)}`,
    );
    expect(
      merged(bold, bold.draft({ pullRequests: [pull(6, testing)] }).replace('Change 6', 'X'), {
        pullRequests: [pull(1), pull(6, testing)],
      }),
    ).toBe(`**Core**\n\n${entry(1)}\n\n**Testing**\n\n${entry(6, 'X')}`);
  });

  test('are found by their items where the line was reworded or deleted', () => {
    for (const [from, to] of [
      ['**Kernel**', '**Everything kernel**'],
      ['**Kernel**', 'Also:'],
      ['**Kernel**\n\n', '<!-- kernel -->\n\n'],
    ] as const)
      expect(merged(bold, edited.replace(from, to), friday), to).toContain(
        `${to}${to.endsWith('\n') ? '' : '\n\n'}${entry(2)}\n${entry(3, 'The third')}\n${entry(5)}`,
      );
  });

  test('are found by their line where nothing else is left', () => {
    const emptied = draft.replace(list(2, 3), '');
    expect(merged(bold, emptied, friday)).toBe(
      `**Core**\n\n${list(1, 4)}\n\n**Kernel**\n\n${entry(5)}\n\n**Testing**\n\n${entry(6)}`,
    );
  });

  test('go with their last entry, unless their line was edited', () => {
    const moved: Facts = { pullRequests: [pull(1), pull(2), pull(3)] };
    const note = (text: string) => text.replace('Change 1', 'The first');
    expect(merged(bold, note(draft), moved)).toBe(
      `**Core**\n\n${entry(1, 'The first')}\n${list(2, 3)}`,
    );
    expect(merged(bold, note(draft).replace('**Kernel**', '**The kernel**'), moved)).toContain(
      `**The kernel**\n\n${list(2, 3)}`,
    );
  });

  test('keep an entry that the editor has moved to another', () => {
    const own = draft.replace(`\n${entry(3)}`, '').replace(entry(1), list(3, 1));
    expect(merged(bold, own, tuesday)).toBe(
      `**Core**\n\n${list(3, 1)}\n\n**Kernel**\n\n${entry(2)}`,
    );
    const retitled: Facts = {
      pullRequests: [pull(1), pull(2, kernel), pull(3, { ...kernel, title: 'New' })],
    };
    expect(merged(bold, own, retitled)).toContain(`${entry(3, 'New')}\n${entry(1)}`);
  });
});

test('a line with a number is refreshed where nobody has touched it', async () => {
  const counts = await load('counts');
  const edited = counts.draft(tuesday).replace('Change 3', 'The third');
  expect(merged(counts, edited, friday)).toBe(
    `**Core**: 2\n\n${list(1, 4)}\n\n**Kernel**: 3\n\n${entry(2)}\n${entry(3, 'The third')}\n${entry(5)}\n\n**Testing**: 1\n\n${entry(6)}`,
  );
  const own = edited.replace('**Kernel**: 2', '**Kernel**: two');
  expect(merged(counts, own, friday)).toContain(`**Kernel**: two\n\n${entry(2)}`);
});

describe('groups in details', () => {
  const open = (title: string) => `<details>\n<summary>${title}</summary>\n\n`;
  const draft = details.draft(tuesday);

  test('get their new entries, and a new one brings its tags', () => {
    const edited = draft.replace('Change 3', 'The third');
    expect(merged(details, edited, friday)).toBe(
      [
        `${open('Core')}${list(1, 4)}\n\n</details>`,
        `${open('Kernel')}${entry(2)}\n${entry(3, 'The third')}\n${entry(5)}\n\n</details>`,
        `${open('Testing')}${entry(6)}\n\n</details>`,
      ].join('\n\n'),
    );
  });

  test('get an entry back that all others were deleted from', () => {
    const edited = draft.replace(`${list(2, 3)}\n\n`, 'Nothing.\n\n');
    expect(merged(details, edited, friday)).toContain(
      `${open('Kernel')}Nothing.\n\n${entry(5)}\n\n</details>`,
    );
  });

  test('go with their last entry', () => {
    const moved: Facts = { pullRequests: [pull(1), pull(2), pull(3)] };
    expect(merged(details, draft.replace('Change 1', 'The first'), moved)).toBe(
      `${open('Core')}${entry(1, 'The first')}\n${list(2, 3)}\n\n</details>`,
    );
  });

  test('bring what else is in them', async () => {
    const both = await load('both');
    const edited = both.draft(tuesday).replace('Change 1', 'The first');
    expect(merged(both, edited, friday)).toBe(
      [
        `${open('Core')}2 of them.\n\n- Merged\n  ${entry(1, 'The first')}\n  ${entry(4)}\n\n</details>`,
        `${open('Kernel')}3 of them.\n\n- Merged\n  ${entry(2)}\n  ${entry(3)}\n  ${entry(5)}\n\n</details>`,
        `${open('Testing')}1 of them.\n\n- Merged\n  ${entry(6)}\n\n</details>`,
      ].join('\n\n'),
    );
  });
});

describe('lists in list items', () => {
  const draft = people.draft(tuesday);
  const edited = draft.replace('Change 3', 'The third');
  const inner = (...entries: string[]) => entries.map((one) => `\n  ${one}`).join('');

  test('get their new entries, and a new one brings its item', () => {
    expect(merged(people, edited, friday)).toBe(
      [
        `- Core${inner(entry(1), entry(4))}`,
        `- Kernel${inner(entry(2), entry(3, 'The third'), entry(5))}`,
        `- Testing${inner(entry(6))}`,
      ].join('\n'),
    );
  });

  test('are found by their items where the outer text was reworded', () => {
    const reworded = edited.replace('- Kernel', '- @somebody, the kernel');
    expect(merged(people, reworded, friday)).toContain(
      `- @somebody, the kernel${inner(entry(2), entry(3, 'The third'), entry(5))}`,
    );
  });

  test('are begun again below an item that has none left', () => {
    const emptied = draft.replace(inner(entry(2), entry(3)), '');
    expect(merged(people, emptied, friday)).toBe(
      `- Core${inner(entry(1), entry(4))}\n- Kernel${inner(entry(5))}\n- Testing${inner(entry(6))}`,
    );
  });

  test('go with the last entry, unless the outer text was edited', () => {
    const moved: Facts = { pullRequests: [pull(1), pull(2), pull(3)] };
    const note = draft.replace('Change 1', 'The first');
    expect(merged(people, note, moved)).toBe(
      `- Core${inner(entry(1, 'The first'), entry(2), entry(3))}`,
    );
    expect(merged(people, note.replace('- Kernel', '- The kernel'), moved)).toContain(
      `- The kernel${inner(entry(2), entry(3))}`,
    );
  });
});

describe('a list with a blank line between groups', () => {
  const draft = runsOf.draft(tuesday);

  test('gets new entries into their groups, and a new group a blank line', () => {
    expect(merged(runsOf, draft.replace('Change 3', 'The third'), friday)).toBe(
      `${list(1, 4)}\n\n${entry(2)}\n${entry(3, 'The third')}\n${entry(5)}\n\n${entry(6)}`,
    );
  });

  test('gets a new group above others', () => {
    const edited = draft.replace(`${entry(1)}\n\n`, '').replace('Change 3', 'The third');
    expect(merged(runsOf, edited, friday)).toBe(
      `${entry(4)}\n\n${entry(2)}\n${entry(3, 'The third')}\n${entry(5)}\n\n${entry(6)}`,
    );
  });

  test('keeps an item that its editor has added to the end of a group', () => {
    const edited = draft.replace(entry(1), `${entry(1)}\n- Mine`);
    expect(merged(runsOf, edited, friday)).toContain(
      `${list(1, 4)}\n- Mine\n\n${list(2, 3, 5)}\n\n${entry(6)}`,
    );
  });

  test('gets one where it had only one group, or one entry', () => {
    const edited = runsOf.draft({ pullRequests: [pull(1)] }).replace('Change 1', 'The first');
    expect(merged(runsOf, edited, { pullRequests: [pull(1), pull(2, kernel)] })).toBe(
      `${entry(1, 'The first')}\n\n${entry(2)}`,
    );
  });

  test('has the blank line between groups that its editor has made one list of', () => {
    const edited = draft.replace(`${entry(1)}\n\n`, `${entry(1)}\n`);
    expect(merged(runsOf, edited, friday)).toBe(`${list(1, 4, 2, 3, 5)}\n\n${entry(6)}`);
  });
});

describe('a title above its links', () => {
  const titled = (number: number, title = `Change ${number}`, by = 'rneugeba') =>
    `- ${title}\n  - ${link(number)}\n  - by @${by}`;
  const draft = titles.draft(tuesday);

  test('is one entry with them', () => {
    expect(merged(titles, draft.replace('Change 3', 'The third'), friday)).toBe(
      [
        `**Core**\n\n${titled(1)}\n${titled(4)}`,
        `**Kernel**\n\n${titled(2)}\n${titled(3, 'The third')}\n${titled(5)}`,
        `**Testing**\n\n${titled(6)}`,
      ].join('\n\n'),
    );
  });

  test('is refreshed as one, and is the editor’s as one', () => {
    const edited = draft.replace('Change 1', 'The first').replace(`${titled(3)}\n`, '');
    const later: Facts = {
      pullRequests: [1, 2, 3].map((number) =>
        pull(number, { ...(number > 1 && kernel), title: 'New', author: user('deitch') }),
      ),
    };
    expect(merged(titles, edited, later)).toBe(
      `**Core**\n\n${titled(1, 'The first')}\n\n**Kernel**\n\n${titled(2, 'New', 'deitch')}`,
    );
    expect(titles.rerun(edited, later).result).toMatchObject({
      kept: ['linuxkit/linuxkit#1'],
      leftOut: ['linuxkit/linuxkit#3'],
      refreshed: ['linuxkit/linuxkit#2'],
    });
  });
});
