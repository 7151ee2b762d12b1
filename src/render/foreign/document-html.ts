import type { Nodes, Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { type HtmlPart, htmlParts, type HtmlPlace } from './html-parts.ts';

/** What is around something in the HTML of a document. */
export interface HtmlSurroundings {
  place: HtmlPlace;
  /** The HTML before it, from where the place begins. */
  before: string;
}

/**
 * Reads the HTML of a document as one: what opens in one node may close in another, with Markdown
 * between them.
 *
 * @returns where an offset in an HTML node is, or any other node
 */
export function readHtml(root: Root): (node: Nodes, offset?: number) => HtmlSurroundings {
  const starts = new Map<Nodes, number>();
  const values: string[] = [];
  let length = 0;
  for (const node of nodesIn(root)) {
    // A letter stands for everything else.
    const value = node.type === 'html' ? node.value : 'x';
    starts.set(node, length);
    values.push(value);
    length += value.length;
  }
  const html = values.join('');
  const parts = htmlParts(html);
  return (node, offset = 0) => {
    const end = (starts.get(node) ?? 0) + offset;
    const { start, place } = partAt(parts, end);
    return { place, before: html.slice(start, end) };
  };
}

/** The last part that begins at an offset or before it. */
function partAt(parts: readonly HtmlPart[], offset: number): HtmlPart {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low] ?? { start: 0, place: { kind: 'text' } };
}
