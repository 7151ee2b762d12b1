import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { pull, user } from '../support/snapshot.ts';
import { bodyOf, changes, type Facts, Series } from './support.ts';
import { kernel } from './tuesday-to-friday.ts';

const series = new Series({}, await loadTemplate('shapes/references.hbs', import.meta.dirname));
const by = (login: string) => ({ author: user(login) });
const tuesday: Facts = { pullRequests: [pull(2, by('Zoe')), pull(30, kernel)] };
const friday: Facts = {
  pullRequests: [pull(2, by('Zoe')), pull(7, by('deitch')), pull(30, kernel), pull(100, kernel)],
};
const item = (number: number) =>
  `[#${number}]: https://github.com/linuxkit/linuxkit/pull/${number}`;
const person = (login: string) => `[@${login}]: https://github.com/${login}`;
const entry = (number: number, login: string, title = `Change ${number}`) =>
  `- ${title} ([#${number}] [@${login}])`;
const draft = series.draft(tuesday);
const edited = draft.replace('Change 2', 'The second');

/** What a rerun changes, which another one doesn't change again. */
function rerun(text: string, facts: Facts): string[] {
  const after = series.rerun(text, facts).text;
  expect(series.rerun(after, facts).text, bodyOf(after)).toBe(after);
  return changes(text, after);
}

describe('link definitions', () => {
  test('are a sorted block in the draft', () => {
    expect(draft).toContain(
      `\n\n${[item(2), item(30), person('rneugeba'), person('Zoe')].join('\n')}\n\n<!-- devreport`,
    );
  });

  test('of new entries are added in their order', () => {
    const added = [entry(7, 'deitch'), entry(100, 'rneugeba')];
    expect(rerun(edited, friday)).toEqual(
      [...added, item(7), item(100), person('deitch')].map((line) => `+${line}`),
    );
  });

  test('are added where an editor has another order: next to those that are there', () => {
    const others = [item(30), person('rneugeba'), person('Zoe')].join('\n');
    const own = edited.replace(`${item(2)}\n${others}`, `${others}\n${item(2)}`);
    expect(bodyOf(series.rerun(own, friday).text)).toContain(
      [
        item(30),
        item(100),
        person('deitch'),
        person('rneugeba'),
        person('Zoe'),
        item(2),
        item(7),
      ].join('\n'),
    );
    rerun(own, friday);
  });

  test('are a block of their own where none is left', () => {
    const bare = edited.replace(/(?:^\[.*\]: .*\n)+\n/m, '').replaceAll(/\(\[.*\)/g, '');
    const { text } = series.rerun(bare, friday);
    expect(text).toContain(
      `\n\n${[item(7), item(100), person('deitch'), person('rneugeba')].join('\n')}\n\n<!-- devreport`,
    );
  });

  test('that nothing uses any more are removed', () => {
    const renamed: Facts = {
      pullRequests: [pull(2, by('Zoe')), pull(30, { ...kernel, ...by('deitch') })],
    };
    expect(rerun(edited, renamed)).toEqual([
      `-${entry(30, 'rneugeba')}`,
      `+${entry(30, 'deitch')}`,
      `-${person('rneugeba')}`,
      `+${person('deitch')}`,
    ]);
    expect(rerun(edited.replace(`${entry(30, 'rneugeba')}\n`, ''), tuesday)).toEqual([
      `-${item(30)}`,
      `-${person('rneugeba')}`,
    ]);
  });

  test('go with the blank line above them when all go', () => {
    const bare = edited.replaceAll(/ \(\[.*\)/g, ', as planned');
    expect(rerun(bare, tuesday)).toEqual(
      [item(2), item(30), person('rneugeba'), person('Zoe'), ''].map((line) => `-${line}`),
    );
  });

  test('of the editor stay, and so do those that the editor has changed or uses', () => {
    const own = edited
      .replace(`${entry(30, 'rneugeba')}\n`, '<!-- Once more by [@rneugeba] -->\n')
      .replace(item(30), `${item(30)} "Later"\n[mine]: https://example.com`);
    expect(rerun(own, tuesday)).toEqual([]);
    const used = edited.replace(entry(30, 'rneugeba'), 'See [#30], and [me][@rneugeba].');
    expect(rerun(used, tuesday)).toEqual([]);
  });

  test('make entries of what they lead to', () => {
    const { result } = series.rerun(edited, tuesday);
    expect(result).toMatchObject({ kept: ['linuxkit/linuxkit#2'], added: [], leftOut: [] });
  });
});
