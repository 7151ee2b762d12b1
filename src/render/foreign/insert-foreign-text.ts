import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { type HtmlSurroundings, readHtml } from './document-html.ts';
import { hasMark, type Mark, splitAtMarks } from './marks.ts';
import { phrasingOf } from './phrasing.ts';
import { textInAddress } from './text-in-address.ts';
import { textInHtml } from './text-in-html.ts';
import { UnsafePlace } from './unsafe-place.ts';

/** The fields of nodes that can have marks. */
const fields = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const;
type Field = (typeof fields)[number];

/** The foreign texts of a report, by the numbers in their marks. */
export interface ForeignTexts {
  texts: readonly string[];
  /** Whether balanced backticks in them are code. */
  hasCode: boolean;
}

/**
 * Puts foreign texts in the places of their marks, each as text by the rules of what is around it. The
 * tree is parsed before, so no text can change its structure.
 *
 * @param refuse throws an error about the place in the template that wrote a mark
 */
export function insertForeignText(
  root: Root,
  { texts, hasCode }: ForeignTexts,
  refuse: (mark: Mark, reason: string) => never,
): void {
  const surroundingsOf = readHtml(root);

  function textFor(mark: Mark, node: Nodes, field: Field, value: string): string {
    const text = texts[mark.text] ?? '';
    try {
      if (node.type === 'html') return textInHtml(text, hasCode, surroundingsOf(node, mark.start));
      requireText(surroundingsOf(node));
      return field === 'url' ? textInAddress(text, value.slice(0, mark.start)) : text;
    } catch (error) {
      if (!(error instanceof UnsafePlace)) throw error;
      return refuse(mark, error.message);
    }
  }

  const inLinks = new Set<Nodes>();
  visit(root, ['link', 'linkReference'], (link) => {
    visit(link, (node) => void inLinks.add(node));
  });

  visit(root, (node, index, parent) => {
    const values = node as Partial<Record<Field, string | null>>;
    for (const field of fields) {
      const value = values[field];
      if (typeof value !== 'string' || !hasMark(value)) continue;
      const parts = splitAtMarks(value).map((part) =>
        typeof part === 'string' ? { text: part } : { foreign: textFor(part, node, field, value) },
      );
      if (node.type === 'text' && parent && index !== undefined) {
        const nodes = phrasingOf(parts, { parent, index, isLink: inLinks.has(node), hasCode });
        parent.children.splice(index, 1, ...nodes);
        return [SKIP, index + nodes.length];
      }
      values[field] = parts.map(({ text, foreign }) => text ?? foreign).join('');
    }
    return undefined;
  });
}

/** Nothing in Markdown is text where the HTML around it has something else. */
function requireText({ place }: HtmlSurroundings): void {
  if (place.kind === 'raw') throw new UnsafePlace(`in <${place.element}>, which has no text`);
  if (place.kind !== 'text') throw new UnsafePlace('after a tag or a comment that nothing closes');
}
