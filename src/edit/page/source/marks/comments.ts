import type { Extension } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { linesOf } from './lines-of.ts';
import { marksOf } from './read.ts';

const line = Decoration.line({ class: 'cm-question' });
const part = Decoration.mark({ class: 'cm-question-part' });

/** Comments for the editor: blocks of their own, or parts of a line. */
export const commentMarks: Extension = marksOf(({ comments }, { doc }) =>
  Decoration.set(
    comments.flatMap(({ start, end }) => {
      const [first, last] = [doc.lineAt(start), doc.lineAt(end)];
      const around = doc.sliceString(first.from, start) + doc.sliceString(end, last.to);
      return around.trim() === ''
        ? linesOf(doc, { start, end }, line)
        : [part.range(start, Math.max(start + 1, end))];
    }),
    true,
  ),
);
