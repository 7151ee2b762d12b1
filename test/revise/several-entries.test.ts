import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { runs } from '../support/runs.ts';
import { pull, user } from '../support/snapshot.ts';
import type { PullRequest } from '../../src/snapshot/schema.ts';
import { bodyOf, changes, type Facts, Series, thanks as thanksLayout } from './support.ts';
import { kernel, link } from './tuesday-to-friday.ts';

const load = async (name: string) => new Series({}, await loadTemplate(name, import.meta.dirname));
const thanks = new Series({}, thanksLayout);
const layouts = {
  'a list and a list of thanks': thanks,
  'two tables': await load('two-tables.hbs'),
  'highlights above all entries': await load('highlights.hbs'),
};

type Parts = Partial<PullRequest>;
const factsOf = (
  numbers: readonly number[],
  parts: (number: number) => Parts = () => ({}),
): Facts => ({
  pullRequests: numbers.map((number) =>
    pull(number, { ...(number < 3 && { labels: ['report:highlight'] }), ...parts(number) }),
  ),
});
const lineOf = (number: number, title = `Change ${number}`) => `- ${title} ${link(number)}`;
const thanksTo = (number: number, login = 'rneugeba') => `- @${login} for ${link(number)}`;
const before = factsOf([1, 2, 3]);
const draft = thanks.draft(before);

describe('an item with several entries below one heading', () => {
  test.each([
    ['reworded', 'Change 2', 'The second change'],
    ['deleted', `${lineOf(2)}\n`, ''],
    ['reworded in the second list', `@rneugeba for ${link(2)}`, `@me for ${link(2)}`],
    ['deleted from the second list', `${thanksTo(2)}\n`, ''],
  ])('has one %s by the editor for good, whatever changes', (_, from, to) => {
    const edited = draft.replace(from, to);
    expect(edited).not.toBe(draft);
    expect(thanks.rerun(edited, before).text).toBe(edited);

    const retitled = factsOf([1, 2, 3], (number) => ({ title: `New ${number}` }));
    const { text } = thanks.rerun(edited, retitled);
    const isFirst = from.includes('Change 2');
    const [old, now] = [
      [1, 2, 3],
      [1, 2, 3],
    ].map((numbers) => numbers.filter((number) => number !== 2 || !isFirst));
    expect(changes(edited, text).toSorted()).toEqual(
      [
        ...(now ?? []).map((number) => `+${lineOf(number, `New ${number}`)}`),
        ...(old ?? []).map((number) => `-${lineOf(number)}`),
      ].toSorted(),
    );
    expect(thanks.rerun(text, retitled).text).toBe(text);
  });

  test('has each refreshed where it is', () => {
    const edited = draft.replace('Thanks:', 'Thanks to everybody:');
    const facts = factsOf([1, 2, 3], (number) =>
      number === 2 ? { title: 'New', author: user('deitch') } : {},
    );
    const { text } = thanks.rerun(edited, facts);
    expect(changes(edited, text)).toEqual([
      `-${lineOf(2)}`,
      `+${lineOf(2, 'New')}`,
      `-${thanksTo(2)}`,
      `+${thanksTo(2, 'deitch')}`,
    ]);
  });

  test('is added to each of its lists, also as the first', () => {
    const early: Parts = {
      mergedAt: '2017-05-02T10:00:00Z',
      labels: ['report:highlight'],
    };
    const edited = draft.replace('Change 2', 'The second change');
    const facts = factsOf([8, 1, 2, 3, 9], (number) => (number === 8 ? early : {}));
    const { text } = thanks.rerun(edited, facts);
    expect(changes(edited, text)).toEqual(
      [8, 9].map((n) => `+${lineOf(n)}`).concat([8, 9].map((n) => `+${thanksTo(n)}`)),
    );
    const body = bodyOf(text);
    const order = [...body.matchAll(/\[#(\d)\]/g)].map(([, number]) => Number(number));
    expect(order).toEqual([8, 1, 2, 3, 9, 8, 1, 2, 3, 9]);
  });

  test('moves with all of them to another section, without those of the editor', () => {
    const edited = draft.replace(`- @rneugeba for ${link(3)}`, `- @me for ${link(3)}`);
    const moved = factsOf([1, 2, 3], (number) => (number > 1 ? kernel : {}));
    const { text } = thanks.rerun(edited, moved);
    const count = (line: string) => text.split(`${line}\n`).length - 1;
    expect([lineOf(2), thanksTo(2), lineOf(3), thanksTo(3)].map(count)).toEqual([1, 1, 1, 0]);
    expect(thanks.rerun(text, moved).text).toBe(text);
  });

  test('is no reason to refresh a copy', () => {
    const edited = draft.replace(lineOf(2), `${lineOf(2)}\n${lineOf(2)}`);
    const facts = factsOf([1, 2, 3], (number) => (number === 2 ? { title: 'New' } : {}));
    const { text } = thanks.rerun(edited, facts);
    expect(changes(edited, text)).toEqual([`-${lineOf(2)}`, `+${lineOf(2, 'New')}`]);
  });
});

const edits = {
  leave: (line: string) => line,
  reword: (line: string, word: string) => line.replace(/Change|@rneugeba/, word),
  delete: () => null,
};

describe.each(Object.entries(layouts))('a report with %s, after any edits', (_, series) => {
  const anyEdits = fc.array(fc.constantFrom(...Object.keys(edits)), {
    minLength: 12,
    maxLength: 12,
  });
  const numbers = [1, 2, 3, 4];
  const anyChange = fc.constantFrom<Parts>({}, { title: 'New' }, { author: user('deitch') });
  const anyLater = fc.array(anyChange, { minLength: 4, maxLength: 4 });

  test('has nothing doubled or restored, and settles', () => {
    fc.assert(
      fc.property(anyEdits, anyLater, fc.boolean(), (chosen, parts, isNew) => {
        const first = factsOf(numbers, (number) => (number === 4 ? kernel : {}));
        const theirs: string[] = [];
        let at = 0;
        const edited = series
          .draft(first)
          .split('\n')
          .flatMap((line) => {
            if (!/^[-|].*\[#\d\]\(/.test(line)) return [line];
            const now = edits[chosen[at] as keyof typeof edits](line, `word${at}`);
            at += 1;
            if (now !== null && now !== line) theirs.push(now);
            return now ?? [];
          })
          .join('\n');
        const same = series.rerun(edited, first).text;
        expect(bodyOf(same)).toBe(bodyOf(edited));

        const later = factsOf([...numbers, ...(isNew ? [5] : [])], (number) => ({
          ...(number === 4 && kernel),
          ...parts[number - 1],
        }));
        const { text } = series.rerun(same, later);
        const context = `edited:\n${bodyOf(edited)}\nafter:\n${bodyOf(text)}`;
        const count = (report: string, number: number) =>
          bodyOf(report).split(`/pull/${number})`).length - 1;
        for (const number of numbers)
          expect(count(text, number), `#${number}\n${context}`).toBe(count(edited, number));
        expect(count(text, 5), context).toBe(count(series.draft(later), 5));
        for (const line of theirs) expect(text.split('\n'), context).toContain(line);
        expect(series.rerun(text, later).text, context).toBe(text);
      }),
      runs(4),
    );
  });
});
