import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextAction } from '../../../src/edit/actions/act-on-text.ts';
import { EditableText } from '../../../src/edit/actions/text/editable-text.ts';
import { UsageError } from '../../../src/errors.ts';
import { readReport } from '../../../src/report/report.ts';
import { runs } from '../../support/runs.ts';
import { desks } from './desks.ts';
import type { OnDesk } from './support.ts';

/** What a person chooses: an action, and places by their position among all there are. */
const anyChoice = fc.record({
  do: fc.constantFrom(
    ...(['move', 'move-before', 'move-by', 'move-to-new', 'join', 'split'] as const),
    ...(['take-out', 'bring-back', 'highlight', 'credit'] as const),
  ),
  at: fc.nat(1_000),
  to: fc.nat(1_000),
});
type Choice = typeof anyChoice extends fc.Arbitrary<infer One> ? One : never;

const read = (on: OnDesk, text: string) =>
  new EditableText(readReport({ path: 'it', text }), on.desk);

function chosen({ do: name, at, to }: Choice, text: EditableText): TextAction | null {
  const entryAt = (index: number) => text.entries[index % text.entries.length]?.bullet.start ?? 0;
  const sections = text.report.sections.filter(({ heading }) => heading);
  switch (name) {
    case 'move':
      return { do: name, at: entryAt(at), to: sections[to % sections.length]?.path ?? '' };
    case 'move-before':
      return { do: name, at: entryAt(at), before: entryAt(to) };
    case 'move-by':
      return { do: name, at: entryAt(at), by: to % 2 === 0 ? 1 : -1 };
    case 'move-to-new':
      return { do: name, at: entryAt(at), title: `New ${String(to)}` };
    case 'join':
      return { do: name, at: entryAt(at), other: to % 2 === 0 ? null : entryAt(to) };
    case 'credit':
      return { do: name, at: entryAt(at), login: `person${String(to % 9)}` };
    case 'bring-back': {
      const cited = new Set(text.citations.map(({ item }) => item));
      const gone = text.desk.facts.items.filter(({ id }) => !cited.has(id));
      const item = gone[at % Math.max(1, gone.length)];
      const section = sections[to % sections.length]?.path ?? '';
      return item ? { do: name, item: item.id, to: to % 3 === 0 ? null : section } : null;
    }
    case 'split':
    case 'take-out':
    case 'highlight':
      return { do: name, at: entryAt(at) };
  }
}

/** The words of all entries, in any order. */
const wordsIn = (text: EditableText) =>
  text.entries
    .flatMap(({ bullet }) => bullet.content.match(/[\p{L}\p{N}]+/gu) ?? [])
    .sort()
    .join(' ');

/** The lines that belong to no entry, without blank ones and definitions. */
const linesAround = ({ report, entries, text }: EditableText) => {
  let at = 0;
  let left = '';
  for (const { bullet } of entries) {
    left += text.slice(at, bullet.start);
    at = bullet.end;
  }
  left += text.slice(at, report.record?.start);
  return left
    .split(/\r\n|\n|\r/)
    .filter((line) => /[^\s*+-]/.test(line) && !/^\[.*\]: /.test(line));
};

const forms = {
  'as drafted': (text: string) => text,
  'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
  'with stars': (text: string) =>
    text.replace(/^( *)- (?=.*(?:\/(?:pull|issues)\/|\]\)))/gm, '$1*   '),
  'with numbers': (text: string) => text.replace(/^- (?=.*(?:\/(?:pull|issues)\/|\]\)))/gm, '1. '),
  'with loose lists': (text: string) =>
    text.replace(/^(?=- .*(?:\/(?:pull|issues)\/|\]\)))/gm, '\n'),
  'with front matter': (text: string) => `---\ntitle: x\n---\n\n${text}`,
};

const anyForm = fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[]));

describe.each(desks)('random actions on the layout $layout, facts $facts', ({ on, layout }) => {
  // A person without entries goes with the last one, and a heading that was made for highlights, too.
  const mayGo = (line: string) =>
    /^#+ Highlights/.test(line) || (layout === 'people' && /^\s*(?:[-*]|\d+\.) /.test(line));

  test('keep what is around the entries, lose no words, and a rerun leaves them', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anyChoice, { maxLength: 8 }), (form, choices) => {
        let text = forms[form](on.draft);
        const { record } = readReport({ path: 'it', text });
        const said: string[] = [];
        for (const choice of choices) {
          const before = read(on, text);
          const action = chosen(choice, before);
          if (!action) continue;
          let after;
          try {
            after = on.do(text, action);
          } catch (error) {
            if (!(error instanceof UsageError) || error.code !== 'action-impossible') throw error;
            continue;
          }
          said.push(`${JSON.stringify(action)} ${after.said}`);
          const now = read(on, after.text);
          const about = `${form}\n${said.join('\n')}\n${after.text}`;
          expect(now.report.record?.record, about).toEqual(record?.record);
          if (action.do.startsWith('move') || action.do === 'highlight')
            expect(wordsIn(now), about).toBe(wordsIn(before));
          if (action.do === 'bring-back')
            expect(
              now.citations.map(({ item }) => item),
              about,
            ).toContain(action.item);
          const around = new Set(linesAround(now));
          for (const line of linesAround(before))
            if (!mayGo(line)) expect([...around], about).toContain(line);
          if (form === 'with CRLF') expect(after.text, about).not.toMatch(/[^\r]\n/);
          text = after.text;
        }
        const settled = on.rerun(text);
        const [left, was] = [read(on, settled), read(on, text)];
        const about = `${form}\n${said.join('\n')}\n${text}`;
        expect(new Set(left.citations.map(({ item }) => item)), about).toEqual(
          new Set(was.citations.map(({ item }) => item)),
        );
        expect(on.rerun(settled), about).toBe(settled);
      }),
      { ...runs(3), endOnFailure: true },
    );
  });
});
