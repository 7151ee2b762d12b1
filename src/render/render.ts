import type { View } from '../compose/view.ts';
import { type Document, formatDocument, formatMarkdown } from '../markdown/processor.ts';
import { toContext } from './context.ts';
import type { Layout } from './layout.ts';

/** The view in the words of a layout, as Markdown in devreport's one style. */
export function render(view: View, layout: Layout): string {
  return formatMarkdown(write(view, layout));
}

/** As `render`, with the tree of the text. */
export function renderDocument(view: View, layout: Layout): Document {
  return formatDocument(write(view, layout));
}

/** No layout makes an incomplete report look like a complete one: what it does not tell comes last. */
function write(view: View, layout: Layout): string {
  const context = toContext(view);
  let isTold = view.complete;
  const watched = (name: string): PropertyDescriptor => ({
    enumerable: true,
    get() {
      isTold = true;
      return context[name];
    },
  });
  const text = layout.write(
    Object.defineProperties(
      { ...context },
      { missing: watched('missing'), warnings: watched('warnings') },
    ),
  );
  return isTold ? text : `${text}\n\n${layout.writeIncomplete(context)}`;
}
