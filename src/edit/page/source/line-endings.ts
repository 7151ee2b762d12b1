import {
  type ChangeSpec,
  EditorSelection,
  EditorState,
  type Extension,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, ViewPlugin } from '@codemirror/view';

/*
 * A carriage return before a line feed stays in the text, hidden. The cursor is never between the two,
 * typing and deleting keep them together, and a new line ends like the one it is written in.
 */
export const lineEndings: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
  EditorState.transactionFilter.of((transaction) => {
    const changes = isWriting(transaction) ? repairs(transaction) : [];
    if (changes.length > 0) return [transaction, { changes, sequential: true }];
    const selection = outsidePairs(transaction);
    return selection ? [transaction, { selection, sequential: true }] : transaction;
  }),
  keymap.of([
    { key: 'End', mac: 'Cmd-ArrowRight', run: isAtEnd },
    { mac: 'Ctrl-e', run: isAtEnd },
  ]),
  ViewPlugin.define(
    (view) => {
      const plugin = { hidden: hiddenReturns(view) };
      return {
        get hidden() {
          return plugin.hidden;
        },
        update({ docChanged, viewportChanged }) {
          if (docChanged || viewportChanged) plugin.hidden = hiddenReturns(view);
        },
      };
    },
    { decorations: ({ hidden }) => hidden },
  ),
];

function hiddenReturns({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const hidden = Decoration.replace({});
  const all = [];
  for (const { from, to } of visibleRanges) {
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      if (isPair(doc, line.to)) all.push(hidden.range(line.to - 1, line.to));
      if (line.to >= to || line.number === doc.lines) break;
    }
  }
  return Decoration.set(all);
}

/** Not undoing, nor an edit that the server made: those are exact. */
function isWriting(transaction: Transaction): boolean {
  return (
    transaction.docChanged && ['input', 'delete'].some((name) => transaction.isUserEvent(name))
  );
}

/** What has to change after a transaction so that it adds whole line ends and takes whole ones. */
function repairs({
  changes,
  startState: { doc: before },
  newDoc: after,
}: Transaction): ChangeSpec[] {
  const all: ChangeSpec[] = [];
  changes.iterChanges((from, to, fromAfter, toAfter, inserted) => {
    if (isPair(before, from) && to > from && after.sliceString(fromAfter, fromAfter + 1) !== '\n')
      all.push({ from: fromAfter - 1, to: fromAfter });
    if (endsWithReturn(before, from)) {
      let at = fromAfter;
      for (const line of inserted.iterLines()) {
        if (at > fromAfter && after.sliceString(at - 2, at - 1) !== '\r')
          all.push({ from: at - 1, insert: '\r' });
        at += line.length + 1;
      }
    }
    if (isPair(before, to) && to > from) {
      const isReturnAlone = to - from === 1 && inserted.length === 0;
      all.push(
        isReturnAlone ? { from: toAfter, to: toAfter + 1 } : { from: toAfter, insert: '\r' },
      );
    }
  });
  return all;
}

/** Whether the line at an offset ends with a carriage return; of the last one, the line before. */
function endsWithReturn(doc: Text, offset: number): boolean {
  const { number } = doc.lineAt(offset);
  return isPair(doc, doc.line(Math.max(1, number === doc.lines ? number - 1 : number)).to);
}

/** Whether an offset is between a carriage return and its line feed. */
function isPair(doc: Text, offset: number): boolean {
  return offset > 0 && doc.sliceString(offset - 1, offset + 1) === '\r\n';
}

/** Null where the selection is right. */
function outsidePairs(transaction: Transaction): EditorSelection | null {
  const { selection, newDoc, startState } = transaction;
  if (!selection?.ranges.some(({ from, to }) => isPair(newDoc, from) || isPair(newDoc, to)))
    return null;
  const old = startState.selection.main.head;
  const isByKey = !transaction.docChanged && !transaction.isUserEvent('select.pointer');
  const moved = (offset: number): number => {
    if (!isPair(newDoc, offset)) return offset;
    // Going on from the end of the line leads to the next one.
    return isByKey && old === offset - 1 ? offset + 1 : offset - 1;
  };
  const ranges = selection.ranges.map((range) =>
    EditorSelection.range(
      moved(range.anchor),
      moved(range.head),
      range.goalColumn,
      range.bidiLevel ?? undefined,
    ),
  );
  return EditorSelection.create(ranges, selection.mainIndex);
}

/** The end of a line is before its carriage return: there is nowhere further to go. */
function isAtEnd({ state: { doc, selection } }: EditorView): boolean {
  return isPair(doc, selection.main.head + 1);
}
