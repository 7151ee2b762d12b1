import {
  type ChangeDesc,
  type EditorState,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { DeskReading } from '../../../protocol.ts';
import { atomParts } from './atom-parts.ts';
import { readingIn } from './read.ts';

class Atom extends RangeValue {}
const atom = new Atom();

interface Range {
  from: number;
  to: number;
}

interface Atoms {
  all: RangeSet<Atom>;
  marks: DecorationSet;
  /** The one that is edited like any other text; null while none is. */
  open: Range | null;
}

const chip = Decoration.mark({ class: 'cm-atom' });
const hidden = Decoration.replace({});
export const openAtom = StateEffect.define<Range>();

/**
 * Links to items and people are one thing each: the cursor steps over them, and one Backspace removes a
 * whole one.
 */
export const atoms = StateField.define<Atoms>({
  create: () => ({ all: RangeSet.of<Atom>([]), marks: Decoration.none, open: null }),
  update(before, transaction) {
    const { changes, docChanged, effects, selection, state } = transaction;
    const reading = readingIn(transaction);
    const opened = effects.find((effect) => effect.is(openAtom))?.value;
    if (!reading && !docChanged && !selection && !opened) return before;
    const { all, marks } = reading
      ? atomsOf(reading, state)
      : docChanged
        ? { all: before.all.map(changes), marks: before.marks.map(changes) }
        : before;
    const open =
      opened ??
      (before.open && stillOpen(before.open, changes, state)) ??
      (reading && justTyped(reading, before.all, state));
    return { all, marks, open };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ marks, open }) => without(marks, open)),
    EditorView.atomicRanges.from(
      field,
      ({ all, open }) =>
        () =>
          without(all, open),
    ),
  ],
});

function atomsOf(reading: DeskReading, { doc }: EditorState): Pick<Atoms, 'all' | 'marks'> {
  const all = [];
  const marks = [];
  for (const one of reading.atoms) {
    const parts = atomParts(one, doc.sliceString(one.start, one.end));
    if (!parts) continue;
    marks.push(chip.range(one.start, one.end));
    if (parts.address !== null) marks.push(hidden.range(parts.address, parts.to));
    all.push(atom.range(parts.from, parts.to));
  }
  return { all: RangeSet.of(all, true), marks: Decoration.set(marks, true) };
}

/** Until the cursor leaves it. */
function stillOpen(open: Range, changes: ChangeDesc, { selection }: EditorState): Range | null {
  const [from, to] = [changes.mapPos(open.from, -1), changes.mapPos(open.to, 1)];
  const { main } = selection;
  return from <= main.from && main.to <= to ? { from, to } : null;
}

/** A name at the cursor that was none before can still be corrected. */
function justTyped(
  { atoms: read }: DeskReading,
  before: RangeSet<Atom>,
  { doc, selection }: EditorState,
): Range | null {
  const { head } = selection.main;
  const name = read.find(({ end }) => end === head);
  if (!name || doc.sliceString(name.start, name.start + 1) === '[') return null;
  return rangesIn(before, name.start, head).some(({ from }) => from === name.start)
    ? null
    : { from: name.start, to: head };
}

/** What has an open one in it is neither hidden nor stepped over. */
function without<Of extends RangeValue>(set: RangeSet<Of>, open: Range | null): RangeSet<Of> {
  if (!open) return set;
  return set.update({
    filterFrom: open.from,
    filterTo: open.to,
    filter: (from, to, value) => value === (chip as unknown) || to <= open.from || from >= open.to,
  });
}

/** The one that an offset is in or beside. */
export function closedAtomAt(state: EditorState, at: number): Range | null {
  return closedAtoms(state, at, at)[0] ?? null;
}

/** The link of a title whose address is in a span: from where its words begin to where it ends. */
export function titleLinkIn(state: EditorState, span: Range): Range | null {
  const address = closedAtoms(state, span.from, span.to).find(
    ({ from, to }) => from < span.to && span.from < to,
  );
  if (!address) return null;
  let start = address.from;
  state.field(atoms).marks.between(address.from, address.to, (from, to, mark) => {
    if (mark === chip && to === address.to) start = from;
  });
  return start < address.from ? { from: start, to: address.to } : null;
}

function closedAtoms(state: EditorState, from: number, to: number): Range[] {
  const { all, open } = state.field(atoms);
  return rangesIn(without(all, open), from, to);
}

function rangesIn(all: RangeSet<Atom>, from: number, to: number): Range[] {
  const found: Range[] = [];
  all.between(from, to, (start, end) => void found.push({ from: start, to: end }));
  return found;
}
