import type { Link, ListItem, Nodes } from 'mdast';
import { nodesIn } from '../nodes-in.ts';
import type { Span } from '../span.ts';
import { unescaped } from '../unescape.ts';
import { type CalmPart, calmParts } from './line-shape.ts';
import type { Line } from './text-lines.ts';

type Point = NonNullable<Nodes['position']>['start'];

/** What nodes can be made of a line. */
const made = new Set<Nodes['type']>([
  ...(['listItem', 'paragraph', 'text', 'inlineCode'] as const),
  ...(['emphasis', 'strong', 'delete', 'link'] as const),
]);

/** A list item on one line, of which those on lines of the same shape are copies. */
export class ItemModel {
  readonly #item: ListItem;
  /** Where the parts end that are not the same in other lines. */
  readonly #ends: readonly number[];

  private constructor(item: ListItem, parts: readonly CalmPart[]) {
    this.#item = item;
    this.#ends = parts.map(({ end }) => end);
  }

  /** @returns null for an item that its line alone does not tell */
  static of(item: ListItem, line: Line): ItemModel | null {
    const parts = calmParts(line.text);
    const isPlace = ({ line: number, column }: Point): boolean =>
      number === line.number &&
      !parts.some(({ start, end }) => start < column - 1 && column - 1 < end);
    const isMade = ({ type, position }: Nodes): boolean =>
      made.has(type) && position !== undefined && isPlace(position.start) && isPlace(position.end);
    const nodes = nodesIn(item);
    if (item.children[0]?.type !== 'paragraph' || !nodes.every(isMade)) return null;
    const links = nodes.filter((node) => node.type === 'link').map(linkEnd);
    const isEnd = ({ start, end }: Span): boolean =>
      links.some((link) => link.start === start && link.end === end);
    if (!parts.every((part) => !part.isLinkEnd || isEnd(part))) return null;
    const model = new ItemModel(item, parts);
    const isTold =
      JSON.stringify(model.copyTo(line)) === JSON.stringify({ ...item, spread: false });
    return isTold ? model : null;
  }

  /** The item on another line of the same shape, which is not the last one of its list. */
  copyTo(line: Line): ListItem {
    const ends = calmParts(line.text).map(({ end }) => end);
    return { ...this.#copy(this.#item, line, ends), spread: false };
  }

  #copy<Node extends Nodes>(node: Node, line: Line, ends: readonly number[]): Node {
    const position = node.position && {
      ...node.position,
      start: this.#moved(node.position.start, line, ends),
      end: this.#moved(node.position.end, line, ends),
    };
    const markdown = line.text.slice(
      (position?.start.column ?? 1) - 1,
      (position?.end.column ?? 1) - 1,
    );
    const children =
      'children' in node ? node.children.map((child) => this.#copy(child, line, ends)) : undefined;
    return {
      ...node,
      ...(node.type === 'text' && { value: unescaped(markdown) }),
      ...(node.type === 'inlineCode' && { value: codeIn(markdown) }),
      ...(node.type === 'link' && { url: addressIn(markdown) }),
      ...(children && { children }),
      ...(position && { position }),
    };
  }

  /** A place on the model's line as the same place on another one. */
  #moved({ column }: Point, line: Line, ends: readonly number[]): Point {
    let parts = 0;
    while ((this.#ends[parts] ?? Infinity) < column) parts += 1;
    const shift = parts === 0 ? 0 : (ends[parts - 1] ?? 0) - (this.#ends[parts - 1] ?? 0);
    return { line: line.number, column: column + shift, offset: line.start + column - 1 + shift };
  }
}

/** Where the address of a link is on its line, with the bracket before it. */
function linkEnd({ position, children }: Link): Span {
  const text = children.at(-1)?.position?.end.column ?? (position?.start.column ?? 0) + 1;
  return { start: text - 1, end: (position?.end.column ?? 0) - 1 };
}

/** What is between the backticks of a code span. */
function codeIn(markdown: string): string {
  const [fence = ''] = /^`+/.exec(markdown) ?? [];
  const code = markdown.slice(fence.length, -fence.length);
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  return isPadded ? code.slice(1, -1) : code;
}

/** The address at the end of a link. */
function addressIn(markdown: string): Link['url'] {
  return unescaped(markdown.slice(markdown.lastIndexOf('](') + ']('.length, -1));
}
