import type { Nodes, Root } from 'mdast';
import type { Edit } from './edit.ts';
import { nodesIn } from './nodes-in.ts';
import { type Span, spanOf } from './span.ts';

/** In these a blank at the end of a line can mean something. */
const kept = new Set<Nodes['type']>([
  'code',
  'html',
  'inlineCode',
  'break',
  'link',
  'image',
  'definition',
]);

/** Line endings with the blanks before them and the blank lines after them; blanks at the end. */
const LINE_ENDS = /(?<![ \t])[ \t]*\n(?:[ \t]*\n)*|(?<![ \t])[ \t]+$/g;

/**
 * The edits that make one blank line of several, remove blanks at the ends of lines, and let a text end
 * with one line ending. Code and HTML stay as they are.
 */
export function blankLineEdits(text: string, root: Root): Edit[] {
  const spans = outermost(root);
  const edits: Edit[] = [];
  let at = 0;
  for (const match of text.matchAll(LINE_ENDS)) {
    const end = match.index + match[0].length;
    while ((spans[at]?.end ?? end) < match.index) at += 1;
    const isInside = (spans[at]?.start ?? end) <= match.index;
    const isLast = end === text.length;
    // What is kept may end with blanks.
    const start = isInside && !isLast ? Math.min(spans[at]?.end ?? end, end) : match.index;
    const found = text.slice(start, end);
    const lines = found.split('\n').length - 1;
    const written = isLast || lines < 2 ? '\n' : '\n\n';
    const edit = { start, end, text: start === 0 ? '' : written };
    if (found !== '' && edit.text !== found) edits.push(edit);
  }
  if (text !== '' && !/[ \t\n]$/.test(text))
    edits.push({ start: text.length, end: text.length, text: '\n' });
  return edits;
}

/** The spans of the nodes to keep that are in no other, in order. */
function outermost(root: Root): Span[] {
  const spans: Span[] = [];
  for (const node of nodesIn(root)) {
    const span = kept.has(node.type) ? spanOf(node) : null;
    if (span && span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}
