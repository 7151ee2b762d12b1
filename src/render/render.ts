import type { View } from '../compose/view.ts';
import { formatMarkdown } from '../markdown/processor.ts';
import { toContext } from './context.ts';
import type { Layout } from './layout.ts';

/** The view in the words of a layout, as Markdown in devreport's one style. */
export function render(view: View, layout: Layout): string {
  return formatMarkdown(layout.write(toContext(view)));
}
