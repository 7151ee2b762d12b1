import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { runs } from '../support/runs.ts';
import { act, pull, snapshot } from '../support/snapshot.ts';
import { bodyOf, changes, type Facts, Series, weekly } from './support.ts';
import { friday, kernel, link, tuesday } from './tuesday-to-friday.ts';

const load = (name: string) => loadTemplate(name, import.meta.dirname);
const layouts = {
  bullets: weekly,
  'table rows': await load('table.hbs'),
  paragraphs: await load('paragraphs.hbs'),
};
const rows = new Series({}, layouts['table rows']);
const row = (number: number, title = `Change ${number}`) =>
  `| ${title} | ${link(number)} | @rneugeba |`;
/** Without blank lines: each can be one of several. */
const added = (before: string, after: string) =>
  changes(before, after).filter((line) => line !== '+');
const header = ['| What | Where | Who |', '| :-- | --- | --: |'];

describe('a report whose entries are table rows', () => {
  const draft = rows.draft(tuesday);

  test('gets new rows in the order of the draft, and tables of its form for new sections', () => {
    const edited = draft.replace('Change 2', 'The second change');
    const { text, result } = rows.rerun(edited, friday);
    expect(added(edited, text)).toEqual([
      `-${row(3)}`,
      `+${row(3, 'Better title')}`,
      `+${row(4)}`,
      ...['### Testing', ...header, row(5)].map((line) => `+${line}`),
    ]);
    expect(result).toMatchObject({ unplaced: [], kept: ['linuxkit/linuxkit#2'] });
    expect(rows.rerun(text, friday).text).toBe(text);
  });

  test('gets a row above the one that follows it in the draft, and keeps deleted ones deleted', () => {
    const edited = draft.replace(/^\| Change 2 .*\n/m, '');
    const facts: Facts = {
      pullRequests: [pull(1), pull(2, kernel), pull(9, early), pull(3, kernel)],
    };
    const { text } = rows.rerun(edited, facts);
    expect(added(edited, text)).toEqual([`+${row(9)}`]);
    expect(text.indexOf('[#9]')).toBeLessThan(text.indexOf('[#3]'));
  });

  test('keeps a moved row where it is, and refreshes it there', () => {
    const moved = /^\| Change 3 .*\n/m.exec(draft)?.[0] ?? '';
    const edited = draft.replace(moved, '').replace(/^(?=\| Change 1 )/m, moved);
    const { text } = rows.rerun(edited, friday);
    expect(changes(edited, text).slice(0, 2)).toEqual([
      `-${moved.trimEnd()}`,
      `+${row(3, 'Better title')}`,
    ]);
  });

  test('names only the people that none of its cells names yet', () => {
    const edited = draft.replace('| Change 2 |', '| The second change |');
    const people = [act('reviewed', 'deitch')];
    const facts = {
      pullRequests: [pull(1), pull(2, { ...kernel, activity: people }), pull(3, kernel)],
    };
    const { result } = rows.rerun(edited, facts);
    expect(result.changed).toEqual([
      { item: 'linuxkit/linuxkit#2', changes: [{ kind: 'named', items: [], people: ['deitch'] }] },
    ]);
  });

  test('gets a table of its own below one with other columns', () => {
    const edited = draft.replace(
      /\| What [^#]*(?:\|.*\n)*(?=\n<!-- dev)/,
      `| Who | What |\n| --- | --- |\n| me | Two ${link(2)} |\n| me | Three ${link(3)} |\n`,
    );
    const { text } = rows.rerun(edited.replace('### Core', '### Core'), {
      pullRequests: [pull(1), pull(2, kernel), pull(3, kernel), pull(4, kernel)],
    });
    expect(added(edited, text)).toEqual([...header, row(4)].map((line) => `+${line}`));
  });
});

const early = { ...kernel, mergedAt: '2017-05-02T10:00:00Z' };

describe('a layout with a heading for each item', () => {
  const edit = (series: Series) => series.draft(tuesday).replace('Change 2', 'The second change');

  test('gets new items below headings of their own', async () => {
    const series = new Series({}, await load('headings.hbs'));
    const { text, result } = series.rerun(edit(series), friday);
    expect(result.unplaced).toEqual([]);
    expect(text).toMatch(/\n## Core\n[^]*\n### Change 4\n\nSee \[#4\]/);
    expect(text).toMatch(/\n## Testing\n\n### Change 5\n\nSee \[#5\]/);
    expect(series.rerun(text, friday).text).toBe(text);
  });

  test('gets them in comments where the headings are the links', async () => {
    const series = new Series({}, await load('linked-headings.hbs'));
    const edited = series.uncheckedDraft(tuesday).replace('Change 2', 'The second change');
    const { result } = series.rerun(edited, friday);
    expect(result.unplaced).toEqual(['linuxkit/linuxkit#4', 'linuxkit/linuxkit#5']);
  });
});

describe('a layout whose parts only its template can tell apart', async () => {
  const folded = new Series({}, await load('details.hbs'));
  const draft = folded.uncheckedDraft(tuesday);
  const edited = draft.replace('Change 2', 'The second change');
  const { text, result } = folded.rerun(edited, friday);

  test('leaves every byte, and gets new items in comments at the ends of their sections', () => {
    const comment = (number: number) => [
      '<!-- editor: devreport found no place for what follows. Move it into the text, or delete it:',
      `- ${link(number)} by @rneugeba`,
      '-->',
    ];
    expect(added(edited, text)).toEqual([...comment(4), ...comment(5)].map((line) => `+${line}`));
    expect(result.unplaced).toEqual(['linuxkit/linuxkit#4', 'linuxkit/linuxkit#5']);
  });

  test('names what has changed about the others, until the editor has seen it', () => {
    // Only while a week goes on does a report remember what can still change.
    const { collected } = snapshot();
    const wednesday: Facts = {
      ...tuesday,
      collected: { ...collected, at: '2017-05-03T18:00:00Z' },
    };
    const begun = folded.uncheckedDraft(wednesday).replace('Change 2', 'The second change');
    const retitled = {
      ...wednesday,
      pullRequests: wednesday.pullRequests?.map((one) =>
        one.number === 1 ? { ...one, title: 'Another title' } : one,
      ),
    } as Facts;
    const once = folded.rerun(begun, retitled);
    expect(once.result.changed).toEqual([
      { item: 'linuxkit/linuxkit#1', changes: [{ kind: 'title', text: 'Another title' }] },
    ]);
    const seen = folded.rerun(once.text, retitled, { seen: ['linuxkit/linuxkit#1'] });
    expect(folded.rerun(seen.text, retitled).result.changed).toEqual([]);
  });

  test('offers them once, and names them until they are moved or deleted', () => {
    const again = folded.rerun(text, friday);
    expect(again.text).toBe(text);
    expect(again.result).toMatchObject({ unplaced: result.unplaced, leftOut: [] });

    const comment = /<!-- editor: devreport found.*\n.*\n-->\n\n/;
    const moved = text.replace(comment, `About ${link(4)}.\n\n`).replace(comment, '');
    const after = folded.rerun(moved, friday);
    expect(after.text).toBe(moved);
    expect(after.result.unplaced).toEqual([]);
  });
});

/** What an editor does to one line with an entry. */
const edits = {
  reword: (line: string, word: string) => line.replace(/Change (?=\d)/, `${word} `),
  delete: () => null,
  note: (line: string, word: string) => line.replace(/@rneugeba/, `@rneugeba ${word}`),
  leave: (line: string) => line,
};

describe.each(Object.entries(layouts))('after any edits, a report of %s', (_, layout) => {
  const series = new Series({}, layout);
  const anyNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 });
  const anyEdits = fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 9, maxLength: 9 });

  test('has every new item once, and every byte of its editor', () => {
    fc.assert(
      fc.property(anyNumbers, anyNumbers, anyEdits, fc.nat(9), (first, later, chosen, from) => {
        const factsOf = (numbers: readonly number[]): Facts => ({
          pullRequests: [...new Set(numbers)].map((number) =>
            pull(number, number % 2 === 0 ? kernel : {}),
          ),
        });
        const draft = series.draft(factsOf(first));
        const theirs: string[] = [];
        const lines = draft.split('\n').flatMap((line) => {
          const number = Number(/\[#(\d)\]\(/.exec(line)?.[1] ?? 0);
          if (number === 0 || line.startsWith('<!--')) return [line];
          const edit = chosen[number - 1] as keyof typeof edits;
          const edited = edits[edit](line, `word${number}`);
          if (edited !== null && edited !== line) theirs.push(edited);
          return edited === null ? [] : [edited];
        });
        const entries = lines.flatMap((line, at) => (/\[#\d\]\(/.test(line) ? [at] : []));
        const [moved, target] = [entries[from % 3], entries[from % 5]];
        if (moved !== undefined && target !== undefined && layout !== layouts.paragraphs)
          lines.splice(target, 0, ...lines.splice(moved, 1));
        const edited = lines.join('\n');
        const facts = factsOf([...first, ...later]);
        const { text } = series.rerun(edited, facts);
        const context = `edited:\n${bodyOf(edited)}\nafter:\n${bodyOf(text)}`;

        const count = (number: number) => bodyOf(text).split(`/pull/${number})`).length - 1;
        for (const number of later.filter((one) => !first.includes(one)))
          expect(count(number), `#${number}\n${context}`).toBe(1);
        for (const number of first)
          expect(count(number), `#${number}\n${context}`).toBe(
            chosen[number - 1] === 'delete' ? 0 : 1,
          );
        for (const line of theirs) expect(text.split('\n'), context).toContain(line);
        expect(series.rerun(text, facts).text, context).toBe(text);
      }),
      runs(5),
    );
  });
});
