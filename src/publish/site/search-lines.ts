import type { Element, Nodes } from 'hast';
import { toString } from 'mdast-util-to-string';

/** Elements whose words are one line. */
const LINES = new Set('p li tr dt dd summary pre h2 h3 h4 h5 h6'.split(' '));

/** Elements of lines of their own, which those around them leave out. */
const APART = new Set([...LINES, ...'ul ol dl table blockquote details'.split(' ')]);

/** The lines of text in HTML, each paragraph, list item and row one. */
export function searchLines(tree: Nodes): string[] {
  if (!('children' in tree)) return [];
  const inner = tree.children.flatMap(searchLines);
  if (tree.type !== 'element' || !LINES.has(tree.tagName)) return inner;
  // The cells of a row are one line.
  if (tree.tagName === 'tr')
    return [cleaned(tree.children.map((cell) => toString(cell)).join(' '))];
  return [cleaned(ownText(tree)), ...inner].filter((line) => line !== '');
}

function ownText({ children }: Element): string {
  return children
    .map((child) => {
      if (child.type !== 'element') return toString(child);
      const { dataFootnoteRef, dataFootnoteBackref } = child.properties;
      if (dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined) return '';
      return APART.has(child.tagName) ? ' ' : ownText(child);
    })
    .join('');
}

function cleaned(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
