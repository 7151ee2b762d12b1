import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineEndings } from '../../../src/edit/page/source/line-endings.ts';
import { runs } from '../../support/runs.ts';

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: [lineEndings] });
}

const typed = (from: number, to: number, insert: string): TransactionSpec => ({
  changes: { from, to, insert },
  selection: { anchor: from + insert.length },
  userEvent: insert === '' ? 'delete.backward' : 'input.type',
});

test('text is as it was given, whatever its lines end with', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\u2028', '\t') }), (text) => {
      expect(stateOf(text).doc.toString()).toBe(text);
    }),
    runs(100),
  );
});

test('writing in lines that end with a carriage return keeps each end whole', () => {
  const line = fc.string({ unit: fc.constantFrom('a', '-', ' '), maxLength: 4 });
  const edit = fc.tuple(fc.nat(40), fc.nat(3), fc.constantFrom('', 'x', '\n', 'a\nb\n'));
  fc.assert(
    fc.property(fc.array(line, { minLength: 3 }), fc.array(edit), (lines, edits) => {
      let state = stateOf(lines.join('\r\n'));
      for (const [at, length, insert] of edits) {
        const from = Math.min(at, state.doc.length);
        // As a selection: never between the two.
        const { anchor, head } = state.update({
          selection: { anchor: from, head: Math.min(from + length, state.doc.length) },
        }).newSelection.main;
        state = state.update(typed(Math.min(anchor, head), Math.max(anchor, head), insert)).state;
        // A text of one line has no ends to be like.
        if (!state.doc.toString().includes('\r')) return;
        expect(state.doc.toString()).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
        expect(
          state.sliceDoc(state.selection.main.head - 1, state.selection.main.head + 1),
        ).not.toBe('\r\n');
      }
    }),
    runs(200),
  );
});

test.each([
  ['the carriage return', 3, 4],
  ['the line feed', 4, 5],
])('deleting %s deletes the end of the line', (_, from, to) => {
  expect(
    stateOf('one\r\ntwo')
      .update(typed(from, to, ''))
      .newDoc.toString(),
  ).toBe('onetwo');
});

test('what is no typing changes nothing but what it says', () => {
  const { newDoc } = stateOf('a\r\nb').update({ changes: { from: 3, insert: 'x\n' } });
  expect(newDoc.toString()).toBe('a\r\nx\nb');
});
