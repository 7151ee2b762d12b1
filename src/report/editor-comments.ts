import type { Root } from 'mdast';
import { nodesIn } from '../markdown/nodes-in.ts';
import { type Span, spanOf } from '../markdown/span.ts';

/** A comment of a draft that asks its editor for something, and what it says. */
export interface EditorComment extends Span {
  text: string;
}

const COMMENT = /^<!--\s*editor:([^]*?)(?:-->|$)/;

/** Those of a report, in order. */
export function editorComments({ text, root }: { text: string; root: Root }): EditorComment[] {
  const found: EditorComment[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'html') continue;
    const span = spanOf(node);
    if (!span || !isEditorComment(node.value)) continue;
    const [whole = '', said = ''] = COMMENT.exec(text.slice(span.start, span.end)) ?? [];
    found.push({ start: span.start, end: span.start + whole.length, text: said.trim() });
  }
  return found;
}

/** Whether HTML begins with such a comment. */
export function isEditorComment(html: string): boolean {
  return COMMENT.test(html);
}
