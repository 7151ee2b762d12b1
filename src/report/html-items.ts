import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import type { Span } from '../markdown/span.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** An element of a list: `<li>`, `<tr>` with cells, or `<dt>` with its `<dd>`. */
export interface HtmlItem extends Span {
  value: string;
  /** The text before it on its line, without the elements before it. */
  prefix: string;
}

/** The elements of one list in a block of HTML. */
export interface HtmlItems {
  items: HtmlItem[];
  /** The lines of tags and texts around them. */
  header: string[];
  footer: string[];
}

/** The only list or table of a block of HTML; null when it has none, several, or one inside another. */
export function htmlItems(html: string): HtmlItems | null {
  if (!/<(?:li|tr|dt)[\s>]/i.test(html)) return null;
  const found = itemsIn(parseFragment(html, { sourceCodeLocationInfo: true }), MOST_LEVELS);
  const [first] = found;
  if (!first || found.some((one) => one.parent !== first.parent || one.hasInner)) return null;
  const spans = found.flatMap(({ span }) => span ?? []);
  const [upper, lower] = [spans[0], spans.at(-1)];
  if (spans.length < found.length || !upper || !lower) return null;
  return {
    items: spans.map((span, index) => itemAt(html, span, spans[index - 1]?.end ?? null)),
    header: linesOf(html.slice(0, upper.start).trimEnd()),
    footer: linesOf(html.slice(lower.end).trim()),
  };
}

/** Every list item, row or term of a block of HTML that is in no other. */
export function htmlElements(html: string): string[] {
  const found = itemsIn(parseFragment(html, { sourceCodeLocationInfo: true }), MOST_LEVELS);
  return found.flatMap(({ span }) => (span ? [html.slice(span.start, span.end)] : []));
}

/** How deep inside other elements items are looked for. */
const MOST_LEVELS = 50;

function itemAt(html: string, { start, end }: Span, above: number | null): HtmlItem {
  const lines = linesOf(html.slice(above ?? 0, start));
  const prefix = lines.at(-1) ?? '';
  // An element before it is text, too.
  const isFirst = above === null || lines.length > 1;
  return { start, end, value: html.slice(start, end), prefix: isFirst ? prefix : `>${prefix}` };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

interface FoundItem {
  parent: Node | null;
  /** Null where the HTML is not closed. */
  span: Span | null;
  hasInner: boolean;
}

function itemsIn(node: Node, levels: number): FoundItem[] {
  if (!('childNodes' in node) || levels === 0) return [];
  const children = node.childNodes.filter((child) => 'tagName' in child);
  return children.flatMap((child, index): FoundItem[] => {
    const inner = itemsIn(child, levels - 1);
    if (!isItem(child)) return inner;
    const end = child.tagName === 'dt' ? lastOf(children, index) : child;
    return [{ parent: node, span: spanBetween(child, end), hasInner: inner.length > 0 }];
  });
}

function isItem({ tagName, childNodes }: Element): boolean {
  if (tagName === 'tr') return childNodes.some((cell) => cell.nodeName === 'td');
  return tagName === 'li' || tagName === 'dt';
}

/** The last `<dd>` of the term with this index. */
function lastOf(children: readonly Element[], index: number): Element | undefined {
  const next = children.findIndex(({ tagName }, at) => at > index && tagName !== 'dd');
  return children[(next < 0 ? children.length : next) - 1];
}

function spanBetween(first: Element, last: Element | undefined): Span | null {
  const start = first.sourceCodeLocation?.startOffset;
  const end = last?.sourceCodeLocation?.endTag?.endOffset;
  return start === undefined || end === undefined ? null : { start, end };
}
