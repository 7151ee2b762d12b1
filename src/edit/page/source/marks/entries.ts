import {
  type EditorState,
  type Extension,
  type RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { DeskReading } from '../../../protocol.ts';
import { linesOf } from './lines-of.ts';
import { marksOf, readingIn } from './read.ts';

class Entry extends RangeValue {}
const entry = new Entry();

const drafted = Decoration.line({ class: 'cm-drafted' });
const current = Decoration.line({ class: 'cm-current' });

interface Entries {
  all: RangeSet<Entry>;
  /** The lines of the one at the cursor. */
  current: DecorationSet;
}

const entries = StateField.define<Entries>({
  create: () => ({ all: new RangeSetBuilder<Entry>().finish(), current: Decoration.none }),
  update(before, transaction) {
    const { docChanged, selection, changes, state } = transaction;
    const reading = readingIn(transaction);
    if (!reading && !docChanged && !selection) return before;
    const all = reading ? allIn(reading) : docChanged ? before.all.map(changes) : before.all;
    return { all, current: currentIn(all, state) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ current }) => current),
});

/** Marks the entry at the cursor, and the entries in the words of the draft. */
export const entryMarks: Extension = [
  entries,
  marksOf((reading, { doc }) =>
    Decoration.set(
      reading.entries
        .filter(({ words }) => words === 'drafted')
        .flatMap((span) => linesOf(doc, span, drafted)),
      true,
    ),
  ),
];

function allIn(reading: DeskReading): RangeSet<Entry> {
  const builder = new RangeSetBuilder<Entry>();
  for (const { start, end } of reading.entries) builder.add(start, end, entry);
  return builder.finish();
}

function currentIn(all: RangeSet<Entry>, { doc, selection }: EditorState): DecorationSet {
  const { head } = selection.main;
  let lines = Decoration.none;
  all.between(head, head, (start, end) => {
    lines = Decoration.set(linesOf(doc, { start, end }, current));
    // The last one starts nearest, as where one ends and another begins.
  });
  return lines;
}
