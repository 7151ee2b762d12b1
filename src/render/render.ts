import type { View } from '../compose/view.ts';
import { formatDocument, formatMarkdown, type MarkdownDocument } from '../markdown/processor.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { toContext } from './context.ts';

/** The view in the words of a template, as Markdown in devreport's one style. */
export function render(view: View, template: CompiledTemplate): string {
  return formatMarkdown(write(view, template));
}

/** As `render`, with the tree of the text. */
export function renderDocument(view: View, template: CompiledTemplate): MarkdownDocument {
  return formatDocument(write(view, template));
}

/**
 * No template makes an incomplete report look complete: when it reads neither `missing` nor
 * `warnings`, the notice of an incomplete report comes at the end.
 */
function write(view: View, template: CompiledTemplate): string {
  const context = toContext(view);
  let namesMissing = view.complete;
  const watched = (name: string): PropertyDescriptor => ({
    enumerable: true,
    get() {
      namesMissing = true;
      return context[name];
    },
  });
  const text = template.write(
    Object.defineProperties(
      { ...context },
      { missing: watched('missing'), warnings: watched('warnings') },
    ),
  );
  return namesMissing ? text : `${text}\n\n${template.writeIncomplete(context)}`;
}
