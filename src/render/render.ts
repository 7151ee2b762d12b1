import type { Root } from 'mdast';
import type { View } from '../compose/view/view.ts';
import { formatDocument, formatMarkdown, type MarkdownDocument } from '../markdown/processor.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { toContext } from './context.ts';
import { insertForeignText } from './foreign/insert-foreign-text.ts';
import { templateInvalid } from './template-invalid.ts';

/**
 * The view in the words of a template, as Markdown in devreport's one style.
 *
 * @throws {UsageError} `template-invalid`, where the template writes foreign text that can't be text
 */
export function render(view: View, template: CompiledTemplate): string {
  const { text, insert } = write(view, template);
  return formatMarkdown(text, insert);
}

/** As `render`, with the tree of the text. */
export function renderDocument(view: View, template: CompiledTemplate): MarkdownDocument {
  const { text, insert } = write(view, template);
  return formatDocument(text, insert);
}

interface MarkedText {
  /** Markdown with marks for foreign texts. */
  text: string;
  /** Puts the texts in the places of their marks. */
  insert: (root: Root) => void;
}

/**
 * No template makes an incomplete report look complete: when it reads neither `missing` nor
 * `warnings`, the notice of an incomplete report comes at the end.
 */
function write(view: View, template: CompiledTemplate): MarkedText {
  const { context, texts } = toContext(view);
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
  return {
    text: namesMissing ? text : `${text}\n\n${template.writeIncomplete(context)}`,
    insert(root) {
      insertForeignText(root, { texts, hasCode: view.codeSpans }, ({ place }, reason) => {
        const where = place === null ? template.file : template.places[place];
        throw templateInvalid(template.file, [
          `${where ?? ''}: foreign text is not safe ${reason}`,
        ]);
      });
    },
  };
}
