import {
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { DeskReading } from '../../../protocol.ts';

/** Shows what was read in the document as it is now. */
export const readEffect = StateEffect.define<DeskReading>();

/** Null unless a transaction shows a reading. */
export function readingIn({ effects }: Transaction): DeskReading | null {
  return effects.find((effect) => effect.is(readEffect))?.value ?? null;
}

/** Marks of what was read, which move along with the text until the next reading. */
export function marksOf(
  build: (reading: DeskReading, state: EditorState) => DecorationSet,
): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      const reading = readingIn(transaction);
      if (reading) return build(reading, transaction.state);
      return transaction.docChanged ? marks.map(transaction.changes) : marks;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
