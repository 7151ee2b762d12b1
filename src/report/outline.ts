import type {
  Html,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { columns, dedent, hasBlankLine, linePrefix, listMarker } from '../markdown/lines.ts';
import type { Span } from '../markdown/span.ts';
import { flowSpans, isFlow } from './flow-spans.ts';
import { htmlItems } from './html-items.ts';
import { hashText } from './record/hash-text.ts';
import { type ReportSection, sectionsOf } from './sections.ts';
import { headerOf, rowText } from './table-text.ts';

/** A top-level node of a document. Its span ends before trailing blanks. */
export interface Block extends Span {
  node: RootContent;
  /** Its position among the blocks. */
  index: number;
  section: ReportSection;
}

/** A list or a table at any depth; a paragraph counts as a list of one, a block of HTML as that in it. */
export interface BulletList extends Span {
  node: List | Table | Paragraph | Html;
  /** The block that contains it, or is it. */
  block: Block;
  /** The end of the node before it in the same parent; null when it comes first. */
  before: number | null;
  /** The lines that come with its items: the header of a table, the tags around those of HTML. */
  header: string[];
  footer: string[];
  items: Bullet[];
}

/** What an entry can be: a list item or the row of a table, at any depth, or an HTML one; or a paragraph that is a block. */
export interface Bullet extends Span {
  node: ListItem | TableRow | Paragraph | Html;
  list: BulletList;
  /** Its position in the list. */
  index: number;
  /** The list item around it. */
  outer: Bullet | null;
  /** The bullet or number of a list item, with the blanks behind it. */
  marker: string;
  /** The text before the marker on its line. */
  prefix: string;
  /** Its Markdown without marker and indentation, with `\n` as line ending; a row without padding. */
  content: string;
  hash: string;
  /** Whether a blank line is between it and the list item before it. */
  isApart: boolean;
}

/** The structure of a Markdown text. Everything is in the order of the text. */
export interface Outline {
  text: string;
  root: Root;
  sections: ReportSection[];
  blocks: Block[];
  /** The list items, and the rows of tables without their headers. */
  bullets: Bullet[];
  /** The paragraphs among the blocks. */
  paragraphs: Bullet[];
}

/** The outline of a text without a byte order mark and of its tree. */
export function outlineOf(text: string, root: Root): Outline {
  const spans = flowSpans(text, root, text.length);
  const sections = sectionsOf(root.children);
  const sectionOf = sections.flatMap((section) => section.nodes.map(() => section));
  const blocks = root.children.flatMap((node, index): Block[] => {
    const [section, span] = [sectionOf[index], spans[index]];
    return section && span ? [{ node, index, section, ...span }] : [];
  });
  const outline: Outline = { text, root, sections, blocks, bullets: [], paragraphs: [] };
  for (const block of blocks) {
    const before = blocks[block.index - 1]?.end ?? null;
    walk(outline, block.node, { span: block, block, before, bullet: null });
    if (block.node.type === 'paragraph')
      outline.paragraphs.push(paragraphOf(text, block.node, block, before));
    if (block.node.type === 'html') addHtmlItems(outline, block.node, block, before);
  }
  return outline;
}

/** A list item and those around it, innermost first. */
export function withOuter(bullet: Bullet | null): Bullet[] {
  return bullet ? [bullet, ...withOuter(bullet.outer)] : [];
}

interface Around {
  span: Span;
  block: Block;
  before: number | null;
  bullet: Bullet | null;
}

function walk(outline: Outline, node: Nodes, around: Around): void {
  if (!('children' in node)) return;
  if (node.type === 'list') {
    walkList(outline, node, around);
    return;
  }
  if (node.type === 'table') {
    walkTable(outline, node, around);
    return;
  }
  const { block, bullet } = around;
  const spans = isFlow(node) ? flowSpans(outline.text, node, around.span.end) : [];
  node.children.forEach((child, index) => {
    const before = spans[index - 1]?.end ?? null;
    const span = spans[index] ?? around.span;
    walk(outline, child, { span, block, before, bullet });
  });
}

function walkList(outline: Outline, node: List, around: Around): void {
  const { text } = outline;
  const list = listOf(node, around);
  const spans = flowSpans(text, node, around.span.end);
  node.children.forEach((child, index) => {
    const span = spans[index] ?? around.span;
    const source = text.slice(span.start, span.end);
    const marker = listMarker(source);
    const prefix = linePrefix(text, span.start);
    const content = dedent(source.slice(marker.length), columns(prefix + marker));
    const item = bulletOf(child, list, around.bullet, span, { marker, prefix, content });
    item.isApart = index > 0 && hasBlankLine(text.slice(spans[index - 1]?.end, span.start));
    list.items.push(item);
    outline.bullets.push(item);
    walk(outline, child, { span: item, block: list.block, before: null, bullet: item });
  });
}

function walkTable(outline: Outline, node: Table, around: Around): void {
  const { text } = outline;
  const list = listOf(node, around, headerOf(text, node));
  const spans = flowSpans(text, node, around.span.end);
  node.children.forEach((row, index) => {
    if (index === 0) return;
    const span = spans[index] ?? around.span;
    const prefix = linePrefix(text, span.start);
    const content = rowText(text, row);
    const item = bulletOf(row, list, around.bullet, span, { marker: '', prefix, content });
    list.items.push(item);
    outline.bullets.push(item);
  });
}

function paragraphOf(text: string, node: Paragraph, block: Block, before: number | null): Bullet {
  const list = listOf(node, { span: block, block, before });
  const content = dedent(text.slice(block.start, block.end), 0);
  const bullet = bulletOf(node, list, null, block, { marker: '', prefix: '', content });
  list.items.push(bullet);
  return bullet;
}

function addHtmlItems(outline: Outline, node: Html, block: Block, before: number | null): void {
  const { text } = outline;
  const found = htmlItems(text.slice(block.start, block.end));
  if (!found) return;
  const list = listOf(node, { span: block, block, before });
  list.header = found.header;
  list.footer = found.footer;
  for (const { start, end, value, prefix } of found.items) {
    const span = { start: block.start + start, end: block.start + end };
    const parts = { marker: '', prefix, content: dedent(value, columns(prefix)) };
    list.items.push(bulletOf({ type: 'html', value }, list, null, span, parts));
  }
  outline.bullets.push(...list.items);
}

function listOf(
  node: BulletList['node'],
  { span: { start, end }, block, before }: Omit<Around, 'bullet'>,
  header: string[] = [],
): BulletList {
  return { start, end, node, block, before, header, footer: [], items: [] };
}

function bulletOf(
  node: Bullet['node'],
  list: BulletList,
  outer: Bullet | null,
  { start, end }: Span,
  parts: Pick<Bullet, 'marker' | 'prefix' | 'content'>,
): Bullet {
  const hash = hashText(parts.content);
  const index = list.items.length;
  return { start, end, node, list, index, outer, ...parts, hash, isApart: false };
}
