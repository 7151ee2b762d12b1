import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { pull } from '../support/snapshot.ts';
import { bodyOf, type Facts, Series } from './support.ts';
import { kernel, testing } from './tuesday-to-friday.ts';

const tuesday: Facts = { pullRequests: [pull(1), pull(2, kernel), pull(3, kernel)] };
const friday: Facts = {
  pullRequests: [
    ...[pull(1), pull(2, kernel), pull(3, { ...kernel, title: 'New' })],
    ...[pull(4), pull(5, kernel), pull(6, testing)],
  ],
};
const link = (number: number) =>
  `<a href="https://github.com/linuxkit/linuxkit/pull/${number}">#${number}</a>`;
const title = (number: number) =>
  number === 2 ? 'Two' : number === 3 ? 'New' : `Change ${number}`;

const shapes = {
  'html-list': (name: string, numbers: number[]) =>
    `**${name}**\n\n<ul>\n${numbers.map((n) => `  <li>${title(n)} ${link(n)}</li>\n`).join('')}</ul>`,
  'html-details': (name: string, numbers: number[]) =>
    `<details>\n<summary>${name}: ${numbers.length}</summary>\n<ul>\n${numbers.map((n) => `<li>${title(n)} ${link(n)}</li>\n`).join('')}</ul>\n</details>`,
  'html-terms': (name: string, numbers: number[]) =>
    `**${name}**\n\n<dl>\n${numbers.map((n) => `<dt>${title(n)}</dt>\n<dd> ${link(n)}</dd>\n<dd>by @rneugeba </dd>\n`).join('')}</dl>`,
  'html-table': (name: string, numbers: number[]) =>
    `**${name}**\n\n<table>\n<tr><th>What</th><th>Where</th></tr>\n${numbers.map((n) => `<tr><td>${title(n)}</td><td> ${link(n)}</td></tr>\n`).join('')}</table>`,
};

describe.each(Object.entries(shapes))('entries in the shape of %s', async (name, shape) => {
  const series = new Series({}, await loadTemplate(`shapes/${name}.hbs`, import.meta.dirname));
  const draft = series.draft(tuesday);

  test('are refreshed, kept in the editor’s words, and added to their groups', () => {
    const { text, result } = series.rerun(draft.replace('Change 2', 'Two'), friday);
    const expected = [shape('Core', [1, 4]), shape('Kernel', [2, 3, 5]), shape('Testing', [6])];
    expect(bodyOf(text)).toContain(expected.join('\n\n'));
    expect(result).toMatchObject({
      kept: ['linuxkit/linuxkit#2'],
      refreshed: ['linuxkit/linuxkit#3'],
      unplaced: [],
    });
    expect(series.rerun(text, friday).text).toBe(text);
  });

  test('go with their group when the facts move them', () => {
    const moved: Facts = { pullRequests: [pull(1), pull(2), pull(3, { title: 'New' })] };
    const { text } = series.rerun(draft.replace('Change 1', 'One'), moved);
    expect(bodyOf(text)).toContain(shape('Core', [1, 3]).split('\n').at(0));
    expect(bodyOf(text)).not.toContain('Kernel');
    expect(bodyOf(text).match(/<\/(?:ul|dl|table)>/g)).toHaveLength(1);
    expect(series.rerun(text, moved).text).toBe(text);
  });

  test('come between the tags of their group when all others leave it', () => {
    const three = pull(3, { ...kernel, title: 'New' });
    const moved: Facts = { pullRequests: [pull(1, kernel), pull(2, kernel), three, pull(4)] };
    const { text } = series.rerun(draft.replace('Change 2', 'Two'), moved);
    const expected = [shape('Core', [4]), shape('Kernel', [1, 2, 3])];
    for (const one of expected) expect(bodyOf(text)).toContain(one.split('\n').slice(1).join('\n'));
    expect(bodyOf(text).match(/<\/(?:ul|dl|table)>/g)).toHaveLength(2);
    expect(series.rerun(text, moved).text).toBe(text);
  });
});

test('items of HTML in one line get new ones beside them', async () => {
  const series = new Series({}, await loadTemplate('shapes/html-line.hbs', import.meta.dirname));
  const edited = series.draft(tuesday).replace('Change 2', 'Two');
  const { text } = series.rerun(edited, friday);
  const item = (number: number) => `<li>${title(number)} ${link(number)}</li>`;
  expect(text).toContain(
    `<ul>${item(1)}${item(4)}</ul>\n\n**Kernel**\n\n<ul>${item(2)}${item(3)}${item(5)}</ul>\n\n**Testing**\n\n<ul>\n${item(6)}\n</ul>`,
  );
  expect(series.rerun(text, friday).text).toBe(text);
});

test('terms and definitions that some site generators read are paragraphs', async () => {
  const series = new Series({}, await loadTemplate('shapes/terms.hbs', import.meta.dirname));
  const edited = series.draft(tuesday).replace('Change 2', 'Two');
  const { text, result } = series.rerun(edited, friday);
  const url = 'https://github.com/linuxkit/linuxkit/pull';
  expect(text).toContain(`\n\nNew\n: [#3](${url}/3)\n\nChange 5\n: [#5](${url}/5)\n\nChange 6\n`);
  expect(result.unplaced).toEqual([]);
});

describe('what only its template can tell apart is refused, or named in a report begun before', () => {
  const load = async (name: string) =>
    new Series({}, await loadTemplate(`shapes/${name}.hbs`, import.meta.dirname));

  test('several lists in one block of HTML, each new item by its own element', async () => {
    const series = await load('two-lists');
    expect(() => series.draft(tuesday)).toThrow('two-lists.hbs');
    const edited = series.uncheckedDraft(tuesday).replace('Change 2', 'Two');
    const { text, result } = series.rerun(edited, friday);
    expect(result.unplaced).toEqual([4, 5, 6].map((number) => `linuxkit/linuxkit#${number}`));
    expect(text).toMatch(
      /^<!-- editor: devreport found no place.*\n- <li>Change 4 .*<\/li>\n- <li>Change 5 .*\n- <li>Change 6 .*\n-->$/m,
    );
    expect(series.rerun(text, friday).text).toBe(text);
  });

  test('HTML that closes an element and opens the next', async () => {
    const series = await load('torn');
    expect(() => series.draft(tuesday)).toThrow('torn.hbs');
    const edited = series.uncheckedDraft(tuesday).replace('Change 2', 'Two');
    const { text, result } = series.rerun(edited, friday);
    expect(result.unplaced).toEqual([4, 5, 6].map((number) => `linuxkit/linuxkit#${number}`));
    expect(series.rerun(text, friday).text).toBe(text);
  });
});

test.each(['</div>', '</div>\n</div>\n\n<details>\n', '</details>\n\n<div>\n\n</div></div>'])(
  'a report with HTML that closes what nothing opened is revised: %s',
  (html) => {
    const series = new Series({});
    const edited = series.draft(tuesday).replace('## PRs merged', `${html}\n\n## PRs merged`);
    const { text } = series.rerun(edited, friday);
    expect(text).toContain(html);
    expect(text).toContain('/pull/6)');
    expect(series.rerun(text, friday).text).toBe(text);
  },
);
