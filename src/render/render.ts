import type { View } from '../compose/view/view.ts';
import { documentWithFrontMatter } from '../front-matter/front-matter-document.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { blankLineEdits } from '../markdown/blank-lines.ts';
import { type MarkdownDocument, parseMarkdown } from '../markdown/processor.ts';
import type { Span } from '../markdown/span.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { toContext } from './context.ts';
import { insertForeignText } from './foreign/insert-foreign-text.ts';
import { placeAt, placeIn, readMarks, withoutMarkdownMarks } from './foreign/marks.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { templateInvalid } from './template-invalid.ts';
import { writtenDocument } from './written-document.ts';

/**
 * The view in the words of a template, as Markdown: the template's as it has it, but for blank lines.
 *
 * @throws {UsageError} `template-invalid`, where the template writes foreign text that can't be text
 */
export function render(view: View, template: CompiledTemplate): string {
  return renderDocument(view, template).text;
}

/** A report, and which lines of its template wrote it. */
export interface RenderedDocument extends MarkdownDocument {
  /** Which is in the text and in the tree, too. */
  frontMatter: FrontMatter | null;
  /**
   * `FILE:LINE` of the first value that is in a span of the text; null where there is none, in
   * devreport's own templates and inside of a text from the config.
   */
  placeIn: (span: Span) => string | null;
}

/** As `render`, with the tree of the text. */
export function renderDocument(view: View, template: CompiledTemplate): RenderedDocument {
  const { context, texts, own } = toContext(view);
  const refuse = (place: number | null, reason: string): never => {
    const where = template.places[place ?? -1] ?? template.file;
    throw templateInvalid(template.file, [`${where}: ${reason}`]);
  };
  const written = write(view, context, template);
  const { frontMatter, body } = splitFrontMatter(
    written,
    texts,
    template,
    refuse,
    view.frontMatter,
  );
  const marked = readMarks(withoutMarkdownMarks(body), texts, own);
  const root = parseMarkdown(marked.text, 'the draft');
  const blankLines = blankLineEdits(marked.text, root);
  const edits = insertForeignText(root, marked, view.codeSpans, ({ start }, reason) =>
    refuse(placeAt(marked, start), `foreign text is not safe ${reason}`),
  );
  const all = [...edits, ...blankLines].sort((a, b) => a.start - b.start);
  const { sourceSpan, ...document } = writtenDocument(marked.text, root, all);
  const whole = documentWithFrontMatter(frontMatter, document);
  const before = whole.text.length - document.text.length;
  return {
    ...whole,
    frontMatter,
    placeIn({ start, end }) {
      if (start < before) return null;
      const source = sourceSpan({ start: start - before, end: end - before });
      const place = source && placeIn(marked, source);
      return template.places[place ?? -1] ?? null;
    },
  };
}

/**
 * No template makes an incomplete report look complete: when it reads neither `missing` nor
 * `warnings`, the notice of an incomplete report comes at the end.
 */
function write(view: View, context: Record<string, unknown>, template: CompiledTemplate): string {
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
