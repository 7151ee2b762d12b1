import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';
import { parseMarkdown } from '../markdown/processor.ts';
import { type Mention, type Reader, readerOf } from './cited.ts';
import { hashText } from './hash-text.ts';
import type { Span } from '../markdown/span.ts';
import { columns, dedent, linePrefix } from '../markdown/lines.ts';
import { type Region, regionsOf } from './regions.ts';

/** One of the nodes that a document consists of, at its top level. */
export interface Block extends Span {
  node: RootContent;
  /** Its place among the blocks. */
  index: number;
  region: Region;
}

/** A list at any depth. */
export interface Bullets extends Span {
  node: List;
  /** The block it stands in, or is. */
  block: Block;
  /** Where what stands before it inside its parent ends; null when nothing does. */
  before: number | null;
  items: Bullet[];
}

/** A list item at any depth. */
export interface Bullet extends Span {
  node: ListItem;
  list: Bullets;
  /** Its place in the list. */
  index: number;
  /** The item around it. */
  outer: Bullet | null;
  /** The bullet or number, with the blanks behind it. */
  marker: string;
  /** What stands before the bullet on its line. */
  prefix: string;
  /** What it says, whatever the bullet, the indentation and the line endings. */
  content: string;
  hash: string;
}

/** A mention, and the innermost list item and the block it stands in. */
export interface Citation extends Mention {
  bullet: Bullet | null;
  block: Block;
}

/** A Markdown text as revising sees it. Everything is in the order of the text. */
export interface Page {
  text: string;
  root: Root;
  regions: Region[];
  blocks: Block[];
  bullets: Bullet[];
  citations: Citation[];
}

/** `home` as in `readerOf`; `root` when the text is parsed already. The text must not begin with a byte order mark: it would shift offsets. */
export function readPage(
  text: string,
  server: string,
  home?: string,
  root = parseMarkdown(text),
): Page {
  const spans = spansOf(text, root, text.length);
  const regions = regionsOf(root.children);
  const regionOf = regions.flatMap((region) => region.nodes.map(() => region));
  const page: Page = { text, root, regions, blocks: [], bullets: [], citations: [] };
  page.blocks = root.children.flatMap((node, index) => {
    const [region, span] = [regionOf[index], spans[index]];
    return region && span ? [{ node, index, region, ...span }] : [];
  });
  const read = readerOf(root, server, home);
  for (const block of page.blocks) {
    const before = page.blocks[block.index - 1]?.end ?? null;
    walk(page, read, block.node, { span: block, block, before, bullet: null, link: [] });
  }
  return page;
}

interface Around {
  span: Span;
  block: Block;
  before: number | null;
  bullet: Bullet | null;
  /** What the link around it leads to. */
  link: Mention[];
}

function walk(page: Page, read: Reader, node: Nodes, around: Around): void {
  const { block, bullet, link } = around;
  const mentions = read(node).filter(({ item }) => !link.some((of) => sameNumber(of.item, item)));
  page.citations.push(...mentions.map((mention) => ({ ...mention, bullet, block })));
  if (!('children' in node)) return;
  if (node.type === 'list') {
    walkList(page, read, node, around);
    return;
  }
  const spans = isFlow(node) ? spansOf(page.text, node, around.span.end) : [];
  node.children.forEach((child, index) => {
    const before = spans[index - 1]?.end ?? null;
    const span = spans[index] ?? around.span;
    const inLink = node.type === 'link' || node.type === 'linkReference' ? mentions : link;
    walk(page, read, child, { span, block, before, bullet, link: inLink });
  });
}

function walkList(page: Page, read: Reader, node: List, { span, block, before, bullet }: Around) {
  const list: Bullets = { node, block, before, items: [], start: span.start, end: span.end };
  const spans = spansOf(page.text, node, span.end);
  node.children.forEach((child, index) => {
    const item = readBullet(page.text, child, list, bullet, spans[index] ?? span);
    list.items.push(item);
    page.bullets.push(item);
    walk(page, read, child, { span: item, block, before: null, bullet: item, link: [] });
  });
}

const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?![ \t])|[ \t]?)/;

function readBullet(
  text: string,
  node: ListItem,
  list: Bullets,
  outer: Bullet | null,
  span: Span,
): Bullet {
  const source = text.slice(span.start, span.end);
  const marker = MARKER.exec(source)?.[0] ?? '';
  const prefix = linePrefix(text, span.start);
  const content = dedent(source.slice(marker.length), columns(prefix + marker));
  return {
    ...span,
    node,
    list,
    index: list.items.length,
    outer,
    marker,
    prefix,
    content,
    hash: hashText(content),
  };
}

// Positions of an unclosed code block inside a list or quote reach into what follows it.
function spansOf(text: string, parent: { children: readonly Nodes[] }, limit: number): Span[] {
  const starts = parent.children.map(({ position }) => position?.start.offset ?? limit);
  return parent.children.map(({ position }, index) => {
    const start = starts[index] ?? limit;
    let end = Math.min(position?.end.offset ?? limit, starts[index + 1] ?? limit, limit);
    while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
    return { start, end };
  });
}

function isFlow({ type }: Nodes): boolean {
  return type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition';
}

function sameNumber(a: string, b: string): boolean {
  return a.split('#')[1] === b.split('#')[1];
}
