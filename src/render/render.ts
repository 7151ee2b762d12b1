import type { View } from '../compose/view.ts';
import { type Document, formatDocument, formatMarkdown } from '../markdown/processor.ts';
import { toContext } from './context.ts';
import type { Layout } from './layout.ts';

/** The view in the words of a layout, as Markdown in devreport's one style. */
export function render(view: View, layout: Layout): string {
  return formatMarkdown(layout.write(toContext(view)));
}

/** As `render`, with the tree of the text. */
export function renderDocument(view: View, layout: Layout): Document {
  return formatDocument(layout.write(toContext(view)));
}
